//! Numbers that belong to people, with their middle hidden.
//!
//! In: a text. Out: the same text, of the same length, in which no mobile number and no 居民身份证 number can be read. Everything
//! that leaves weibao passes here: excerpts end up in logs, and reports in archives.

/// Hides the middle of what looks like a mobile or 居民身份证 number: 138****1234. Lengths stay, so ranges do too.
pub fn masked(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut start = 0;
    while start < bytes.len() {
        let len = bytes.iter().skip(start).take_while(|byte| byte.is_ascii_digit()).count();
        if let Some(hidden) = hidden(&bytes, start, len) {
            for byte in bytes.get_mut(hidden).unwrap_or_default() {
                *byte = b'*';
            }
        }
        start += len + 1;
    }
    // Only digits became stars.
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// The bytes to hide of a run of digits. A run inside a word, such as a hash, is no number.
fn hidden(bytes: &[u8], start: usize, len: usize) -> Option<std::ops::Range<usize>> {
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    let after = bytes.get(start + len);
    let in_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let check_letter = matches!(after, Some(b'X' | b'x')) && !in_word(bytes.get(start + len + 1));
    if in_word(before) || (in_word(after) && !check_letter) {
        return None;
    }
    match len {
        11 if bytes.get(start) == Some(&b'1') => Some(start + 3..start + 7),
        18 => Some(start + 6..start + 16),
        17 if check_letter => Some(start + 6..start + 16),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_hidden_and_others_are_not() {
        for (text, shown) in [
            ("电话13812345678。", "电话138****5678。"),
            ("患者11010519491231002X开票", "患者110105**********2X开票"),
            ("110105194912310021", "110105**********21"),
            ("热线400-000-0000，T-20260921-03", "热线400-000-0000，T-20260921-03"),
            ("sha256 a13812345678f", "sha256 a13812345678f"),
            (
                "票据0006012612345678901, 2026-09-21, 12345678901234",
                "票据0006012612345678901, 2026-09-21, 12345678901234",
            ),
        ] {
            assert_eq!(masked(text), shown);
        }
    }
}
