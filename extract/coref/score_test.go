package coref

import (
	"math"
	"testing"
)

// The partitions are the worked examples of the literature.
func TestScore(t *testing.T) {
	tests := []struct {
		name          string
		key, response [][]int
		muc, b3, cf   [2]float64 // precision, recall
	}{
		{"equal", [][]int{{1, 2, 3}, {4, 5}}, [][]int{{1, 2, 3}, {4, 5}}, [2]float64{1, 1}, [2]float64{1, 1}, [2]float64{1, 1}},
		// Bagga and Baldwin 1998, figure 1: two entities joined that are small and large, large and large.
		{"bagga 1", [][]int{{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}}, [][]int{{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}},
			[2]float64{0.9, 1}, [2]float64{0.762, 1}, [2]float64{0.917, 0.611}},
		{"bagga 2", [][]int{{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}}, [][]int{{1, 2, 3, 4, 5, 8, 9, 10, 11, 12}, {6, 7}},
			[2]float64{0.9, 1}, [2]float64{0.583, 1}, [2]float64{0.833, 0.556}},
		// Vilain et al. 1995: key {A,B,C,D}, response {A,B},{C,D}.
		{"vilain", [][]int{{1, 2, 3, 4}}, [][]int{{1, 2}, {3, 4}}, [2]float64{1, 2.0 / 3}, [2]float64{1, 0.5}, [2]float64{1.0 / 3, 2.0 / 3}},
		{"nothing found", [][]int{{1, 2}}, nil, [2]float64{0, 0}, [2]float64{0, 0}, [2]float64{0, 0}},
		// Pradhan et al. 2014, section 4: key {a,b,c},{d,e,f,g}; response {a,b},{c,d},{f,g,h,i}.
		{"pradhan", [][]int{{1, 2, 3}, {4, 5, 6, 7}}, [][]int{{1, 2}, {3, 4}, {6, 7, 8, 9}},
			[2]float64{0.4, 0.4}, [2]float64{0.5, 0.4167}, [2]float64{0.433, 0.65}},
	}
	for _, tt := range tests {
		s := Score(tt.key, tt.response)
		for _, m := range []struct {
			name string
			got  Ratio
			want [2]float64
		}{{"MUC", s.MUC, tt.muc}, {"B3", s.B3, tt.b3}, {"CEAFe", s.CEAFE, tt.cf}} {
			if math.Abs(m.got.Precision()-m.want[0]) > 0.001 || math.Abs(m.got.Recall()-m.want[1]) > 0.001 {
				t.Errorf("%s: %s = %.3f %.3f, want %.3f %.3f", tt.name, m.name, m.got.Precision(), m.got.Recall(), m.want[0], m.want[1])
			}
		}
	}
}
