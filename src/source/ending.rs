//! What a file holds, by the ending of its name.
//!
//! In: a path. Out: its ending, and how evidence with it is shown: every format of a report shows
//! the same files.

/// What stands behind the last dot of a path, in small letters; empty where there is none.
pub fn ending(path: &str) -> String {
    path.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

/// How a file that proves something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exhibited {
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
    /// By the ending of its name.
    pub fn of(path: &str) -> Self {
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
