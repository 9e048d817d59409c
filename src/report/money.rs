//! Amounts of money as contracts write them (`domain.md` §3.4).
//!
//! In: yuan. Out: the figures with the amount in words, which cannot be altered by a stroke of the pen: ¥70,000.00（人民币柒万元整）.
//!
//! Where two spellings are correct, this one is used: 整 after 角 (伍角整); no 零 for a 0 in the position of 万 before a digit of
//! 千 (壹拾万柒仟元, not 壹拾万零柒仟元); 零 for a 0 in the position of 元 before a digit of 角 (柒仟元零伍角).

use chinese_number::{ChineseCase, ChineseCountMethod, ChineseVariant, NumberToChinese};

use super::format::count;

/// ¥70,000.00（人民币柒万元整）. Fractions of a fen are rounded.
pub(super) fn money(amount: f64) -> String {
    let fen = (amount.abs() * 100.0).round() as u64;
    let is_negative = amount < 0.0 && fen > 0;
    let (sign, word) = if is_negative { ("−", "负") } else { ("", "") };
    format!("{sign}¥{}.{:02}（人民币{word}{}）", count(fen / 100), fen % 100, in_words(fen))
}

/// The amount in words, without 人民币.
fn in_words(fen: u64) -> String {
    let (yuan, tenths, hundredths) = (fen / 100, fen / 10 % 10, fen % 10);
    let mut text = String::new();
    if yuan > 0 || fen == 0 {
        text += &whole(yuan);
        text.push('元');
    }
    // Between yuan and a coin a 0 is spoken, whether it is the 0 of 元 or of 角.
    let is_gap = yuan.is_multiple_of(10) || tenths == 0;
    if yuan > 0 && !fen.is_multiple_of(100) && is_gap {
        text.push('零');
    }
    for (digit, unit) in [(tenths, '角'), (hundredths, '分')] {
        if digit > 0 {
            text += &whole(digit);
            text.push(unit);
        }
    }
    if hundredths == 0 {
        text.push('整');
    }
    text
}

/// A whole number, in groups of 万 and 亿.
fn whole(value: u64) -> String {
    let words = NumberToChinese::to_chinese(
        value,
        ChineseVariant::Simple,
        ChineseCase::Upper,
        ChineseCountMethod::Middle,
    );
    // No 64-bit number is too large.
    let words = words.unwrap_or_else(|_| value.to_string());
    // In speech 拾 may start a number; on a document, another digit could be added before it.
    if words.starts_with('拾') { format!("壹{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_words() {
        for (amount, words) in [
            (70_000.0, "柒万元整"),
            (35_000.0, "叁万伍仟元整"),
            (100_000.0, "壹拾万元整"),
            (1409.50, "壹仟肆佰零玖元伍角整"),
            (16_409.02, "壹万陆仟肆佰零玖元零贰分"),
            (325.04, "叁佰贰拾伍元零肆分"),
            (6007.14, "陆仟零柒元壹角肆分"),
            (107_000.53, "壹拾万柒仟元零伍角叁分"),
            (0.50, "伍角整"),
            (0.0, "零元整"),
            (10.0, "壹拾元整"),
            (100_000_000.0, "壹亿元整"),
            (100_010_001.01, "壹亿零壹万零壹元零壹分"),
            (20_000_000.0, "贰仟万元整"),
            (0.05, "伍分"),
            (0.15, "壹角伍分"),
            (1005.0, "壹仟零伍元整"),
            (10_050.30, "壹万零伍拾元零叁角整"),
            (1680.32, "壹仟陆佰捌拾元零叁角贰分"),
            (107_000.03, "壹拾万柒仟元零叁分"),
            (300_500.0, "叁拾万零伍佰元整"),
            (1_000_001.0, "壹佰万零壹元整"),
            (110_000_000.0, "壹亿壹仟万元整"),
            (100_001_000.0, "壹亿零壹仟元整"),
            (1_000_000_000_000.0, "壹万亿元整"),
            (8888.88, "捌仟捌佰捌拾捌元捌角捌分"),
            (15.0, "壹拾伍元整"),
            (100_015.0, "壹拾万零壹拾伍元整"),
        ] {
            let printed = money(amount);
            assert!(printed.ends_with(&format!("（人民币{words}）")), "{amount}: {printed}");
        }
    }

    #[test]
    fn figures_stand_before_the_words() {
        assert_eq!(money(70_000.0), "¥70,000.00（人民币柒万元整）");
        assert_eq!(money(0.05), "¥0.05（人民币伍分）");
        assert_eq!(money(1.005), "¥1.00（人民币壹元整）", "the binary value is below 1.005");
        assert_eq!(money(0.999), "¥1.00（人民币壹元整）");
        assert_eq!(money(1_409.5), "¥1,409.50（人民币壹仟肆佰零玖元伍角整）");
        assert_eq!(money(-3.2), "−¥3.20（人民币负叁元贰角整）");
        assert_eq!(money(-0.001), "¥0.00（人民币零元整）");
    }
}
