// Package extract turns an article into the claims it makes.
//
//	news.Article ──▶ split ▸ parse ▸ tag ▸ names ▸ coref ──▶ text.Document ──▶ claims ──▶ []news.Claim
//
// The order of the stages is written here and nowhere else. No stage knows the store.
package extract
