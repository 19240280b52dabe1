package read

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Byte order marks.
var (
	markUTF8    = []byte{0xEF, 0xBB, 0xBF}
	markUTF16LE = []byte{0xFF, 0xFE}
	markUTF16BE = []byte{0xFE, 0xFF}
)

// decoded returns r as valid UTF-8 without a byte order mark, judging by the bytes at its head: UTF-8, UTF-16 with or
// without a mark, and Windows-1252.
func decoded(r *bufio.Reader) io.Reader {
	head, _ := r.Peek(sniffLength)
	switch {
	case bytes.HasPrefix(head, markUTF8):
		_, _ = r.Discard(len(markUTF8))
	case bytes.HasPrefix(head, markUTF16LE), bytes.HasPrefix(head, markUTF16BE):
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
		return transform.NewReader(r, utf16.NewDecoder())
	case looksUTF16(head, 1):
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder())
	case looksUTF16(head, 0):
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder())
	}
	return transform.NewReader(r, repair{})
}

// looksUTF16 reports whether the bytes at odd (1) or even (0) places are nearly all zero and the others hardly ever:
// what Western text in UTF-16 looks like.
func looksUTF16(head []byte, place int) bool {
	pairs := len(head) / 2
	if pairs < 4 {
		return false
	}
	var zeros, others int
	for i := 0; i+1 < len(head); i += 2 {
		if head[i+place] == 0 {
			zeros++
		}
		if head[i+1-place] == 0 {
			others++
		}
	}
	return zeros*10 >= pairs*8 && others*20 <= pairs
}

// repair lets valid UTF-8 through and reads every other byte as Windows-1252. A text in Windows-1252 is read rightly
// by this, since its letters beyond ASCII are hardly ever valid UTF-8, and so is one that mixes both.
type repair struct{ transform.NopResetter }

// Transform implements transform.Transformer.
func (repair) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		r, size := utf8.DecodeRune(src[nSrc:])
		if r == utf8.RuneError && size == 1 {
			if !atEOF && !utf8.FullRune(src[nSrc:]) {
				return nDst, nSrc, transform.ErrShortSrc
			}
			r = charmap.Windows1252.DecodeByte(src[nSrc])
		}
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += size
	}
	return nDst, nSrc, nil
}

// Decode returns data as valid UTF-8.
func Decode(data []byte) string {
	// Reading from memory can only fail in a decoder, and these replace what they cannot read.
	text, _ := io.ReadAll(decoded(bufio.NewReaderSize(bytes.NewReader(data), sniffLength)))
	return string(bytes.ToValidUTF8(text, []byte("\uFFFD")))
}

// decodeHTML returns the page data as valid UTF-8. It believes what the page says of its encoding where the bytes do
// not speak against it.
func decodeHTML(data []byte) string {
	if utf8.Valid(data) {
		return Decode(data)
	}
	head := data[:min(len(data), 1024)]
	declared, name, _ := charset.DetermineEncoding(head, "")
	if name == "utf-8" || name == "windows-1252" {
		return Decode(data)
	}
	text, err := declared.NewDecoder().Bytes(data)
	if err != nil {
		return Decode(data)
	}
	return string(bytes.ToValidUTF8(bytes.TrimPrefix(text, markUTF8), []byte("\uFFFD")))
}
