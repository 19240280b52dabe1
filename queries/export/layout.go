package export

import "math"

// point is a place in a picture.
type point struct{ x, y float64 }

// rounds is how often the layout moves the nodes.
const rounds = 400

// layout places nodes in the unit square by forces: nodes repel each other, edges pull (Fruchterman and Reingold, Graph
// drawing by force-directed placement, 1991). It begins with a spiral and has no random source. centre stays in the
// middle unless it is negative. Products are converted one by one, so that no machine fuses them with a sum and gets
// another picture.
func layout(nodes int, edges [][2]int, centre int) []point {
	at := spiral(nodes, centre)
	if nodes < 2 {
		return at
	}
	ideal := 0.9 / math.Sqrt(float64(nodes))
	force := make([]point, nodes)
	for round := range rounds {
		clear(force)
		for i := range nodes {
			for j := range i {
				dx, dy, d := apart(at[i], at[j])
				f := float64(ideal*ideal) / float64(d*d)
				force[i] = plus(force[i], dx, dy, f)
				force[j] = plus(force[j], dx, dy, -f)
			}
		}
		for _, e := range edges {
			dx, dy, d := apart(at[e[0]], at[e[1]])
			f := d / ideal
			force[e[0]] = plus(force[e[0]], dx, dy, -f)
			force[e[1]] = plus(force[e[1]], dx, dy, f)
		}
		heat := float64(0.1 * (1 - float64(round)/rounds))
		for i := range at {
			if i == centre {
				continue
			}
			force[i] = plus(force[i], at[i].x-0.5, at[i].y-0.5, -1) // towards the middle, so that no part drifts away
			size := math.Max(1e-9, length(force[i].x, force[i].y))
			at[i] = plus(at[i], force[i].x, force[i].y, math.Min(size, heat)/size)
		}
	}
	return at
}

// spiral places nodes by the golden angle, centre in the middle.
func spiral(nodes, centre int) []point {
	at := make([]point, nodes)
	k := 0
	for i := range at {
		if i == centre {
			at[i] = point{0.5, 0.5}
			continue
		}
		k++
		angle := float64(float64(k) * math.Pi * (3 - math.Sqrt(5)))
		radius := float64(0.45 * math.Sqrt(float64(k)/float64(nodes)))
		at[i] = point{0.5 + float64(radius*math.Cos(angle)), 0.5 + float64(radius*math.Sin(angle))}
	}
	return at
}

// apart returns the way from b to a and its length, which is never 0.
func apart(a, b point) (dx, dy, d float64) {
	dx, dy = a.x-b.x, a.y-b.y
	return dx, dy, math.Max(1e-4, length(dx, dy))
}

func length(x, y float64) float64 { return math.Sqrt(float64(x*x) + float64(y*y)) }

// plus returns p moved by a share of a way.
func plus(p point, dx, dy, share float64) point {
	return point{p.x + float64(dx*share), p.y + float64(dy*share)}
}
