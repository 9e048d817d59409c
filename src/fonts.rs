//! The fonts that are shipped, and what they can print.
//!
//! In: nothing; the fonts lie under `templates/fonts/` and are compiled in. Out: their bytes for the PDF, and for a character
//! whether any of them draws it. A leaf, because a check must find a missing glyph before a PDF is made: PDF/A forbids it.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

/// Every shipped font.
pub const FONTS: [&[u8]; 4] = [
    include_bytes!("../templates/fonts/NotoSerifCJKsc-Regular-subset.otf"),
    include_bytes!("../templates/fonts/NotoSerifCJKsc-Bold-subset.otf"),
    include_bytes!("../templates/fonts/NotoSansCJKsc-Regular-subset.otf"),
    include_bytes!("../templates/fonts/NotoSansCJKsc-Bold-subset.otf"),
];

/// The fonts as typst reads them; done once, and only when a character needs it.
static READ: LazyLock<Vec<Font>> =
    LazyLock::new(|| FONTS.iter().filter_map(|font| Font::new(Bytes::new(*font), 0)).collect());

/// True if a shipped font draws this character.
pub fn printable(c: char) -> bool {
    matches!(c, ' '..='~') || READ.iter().any(|font| font.info().coverage.contains(u32::from(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_printable_and_pictures_are_not() {
        assert_eq!(READ.len(), FONTS.len());
        for c in "电子票据①㎡≤≥—…“”〔〕，。％ABCabc123°℃√×￥".chars() {
            assert!(printable(c), "{c}");
        }
        for c in ['😀', '\u{200b}', '\u{7}', '𰻝'] {
            assert!(!printable(c), "{c:?}");
        }
    }
}
