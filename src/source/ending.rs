//! Determines what a file holds from the extension of its name.
//!
//! In: a path. Out: its extension, and how evidence with that extension is shown: every report
//! format shows the same files.

/// The extension of a path in lower case; empty if there is none.
pub(crate) fn ending(path: &str) -> String {
    path.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

/// How a file of evidence is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exhibited {
    /// As text.
    Text,
    /// As a PNG picture.
    Png,
    /// As a JPEG picture.
    Jpeg,
    /// By its name alone.
    Named,
}

impl Exhibited {
    /// Determined by the extension of the file name.
    pub(crate) fn of(path: &str) -> Self {
        match ending(path).as_str() {
            "txt" | "log" | "csv" | "out" => Self::Text,
            "png" => Self::Png,
            "jpg" | "jpeg" => Self::Jpeg,
            _ => Self::Named,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capital_letters_make_no_difference() {
        assert_eq!(ending("evidence/2026.09/DISK.TXT"), "txt");
        assert_eq!(ending("LICENSE"), "");
        assert_eq!(Exhibited::of("DISK.TXT"), Exhibited::Text);
        assert_eq!(Exhibited::of("屏幕.JPEG"), Exhibited::Jpeg);
        assert_eq!(Exhibited::of("签字页.pdf"), Exhibited::Named);
    }
}
