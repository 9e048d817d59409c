//! Excerpts on the terminal: the carets are under the value, in columns, whatever precedes it.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::records::{HEADER, INSPECTION, Records};

/// The line of the excerpt and the marks below it, from the same column on.
fn excerpt(records: &Records) -> (String, String) {
    let text = String::from_utf8(records.check("human").stdout).unwrap();
    let printable = |c: char| c == '\n' || c.width().is_some();
    assert!(text.chars().all(printable), "{text:?}");
    // The fixture is small and incomplete: checks may give diagnostics before or after the expected one.
    let of_reading =
        |block: &&str| ["[schema]", "[syntax]"].iter().any(|code| block.contains(code));
    let fault = text.split("\n\n").find(of_reading).expect(&text);
    let lines: Vec<_> = fault.lines().collect();
    let marks = lines
        .iter()
        .position(|line| line.trim_start_matches([' ', '|']).starts_with('^'))
        .expect(&text);
    let bar = lines[marks].find('|').unwrap();
    // The label is after the last mark.
    let end = lines[marks].rfind('^').unwrap() + 1;
    (lines[marks - 1][bar + 2..].to_owned(), lines[marks][bar + 2..end].to_owned())
}

/// Fails unless the marks are exactly under `value`.
#[track_caller]
fn marked(records: &Records, value: &str) {
    let (line, marks) = excerpt(records);
    let at = line.find(value).unwrap_or_else(|| panic!("{value} is not in {line}"));
    let start = line[..at].width();
    assert_eq!(marks.find('^'), Some(start), "\n{line}\n{marks}");
    assert_eq!(marks.matches('^').count(), value.width(), "\n{line}\n{marks}");
}

fn replaced(from: &str, to: &str) -> Records {
    assert!(INSPECTION.contains(from), "{from}");
    Records::inspection(INSPECTION.replacen(from, to, 1))
}

#[test]
fn carets_stand_under_the_value() {
    marked(&replaced("verdict: 正常", "verdict: 正長"), "正長");
    marked(&replaced("value: 83.4", "value: 八十三"), "八十三");
    let flow = "一个很长的、全角的名字，（一）, metric: m, objekt: A, value";
    marked(&replaced("数据库, metric: tablespace.used_pct, object: A, value", flow), "objekt");
}

#[test]
fn carets_stand_right_behind_tabs_and_rare_characters() {
    for before in [
        "\t\t",
        "\u{1f468}\u{200d}\u{1f469}",
        "\u{26a0}\u{fe0f}",
        "𠮷𠀋",
        "e\u{301}",
        "\u{202e}abc\u{202c}",
        "ＡＢ　",
        "\u{feff}",
    ] {
        let flow = format!("{{ object: \"{before}\", asset: 数据库, metric: m, value: 八十 }}");
        let from = "{ asset: 数据库, metric: tablespace.used_pct, object: A, value: 83.4 }";
        marked(&replaced(from, &flow), "八十");
    }
}

#[test]
fn long_lines_are_cut_around_the_value() {
    let long = "库😀".repeat(200_000);
    let flow = format!("{{ asset: \"{long}\", metric: m, value: 八十 }}");
    let from = "{ asset: 数据库, metric: tablespace.used_pct, object: A, value: 83.4 }";
    let records = replaced(from, &flow);
    marked(&records, "八十");
    let text = String::from_utf8(records.check("human").stdout).unwrap();
    assert!(text.lines().all(|line| line.width() < 200), "{text}");
    assert!(text.contains("inspections/2026Q1.yaml:12:400040"), "{text}");
    let (line, marks) =
        excerpt(&replaced("verdict: 正常", &format!("verdict: {}", "长".repeat(300_000))));
    assert!(
        line.ends_with("长...") && marks.trim_end().width() == line.width(),
        "\n{line}\n{marks}"
    );
}

#[test]
fn values_over_several_lines_are_shown_by_their_key() {
    marked(&replaced("verdict: 正常", "verdict: >\n      正\n      长"), "verdict");
    marked(&replaced("    verdict: 正常\n", ""), "clause: \"1.5\"");
    marked(&replaced("conclusion: 系统总体运行正常。", "conclusion:"), "conclusion");
    let end = INSPECTION.replace("conclusion: 系统总体运行正常。\n", "conclusion: [");
    marked(&Records::inspection(end), "[");
}

#[test]
fn cells_of_tables_are_marked() {
    let rows = "2026-01-01 06:00,数据库一号,tablespace.used_pct,\"表,空间\",３０,%,probe\n";
    marked(&Records::probe(format!("{HEADER}{rows}")), "３０");
    let (bytes, _, _) = encoding_rs::GB18030.encode(rows);
    marked(&Records::probe([HEADER.as_bytes(), &bytes].concat()), "３０");
    let (line, marks) = excerpt(&Records::probe(format!("{HEADER}{}", rows.replace("３０", ""))));
    assert_eq!(
        marks.find('^'),
        Some(line[..line.find(",%").unwrap()].width()),
        "\n{line}\n{marks}"
    );
}

#[test]
fn nothing_in_a_file_moves_the_cursor() {
    let evil = "\u{1b}[2J\u{9b}31m\u{7}\u{85}\u{2028}\u{202e}";
    let text =
        INSPECTION.replace("使用率", evil).replace("mode: 现场", "mode: \"\\e[2J\\u009b\\a\"");
    for records in
        [Records::inspection(text), Records::probe(format!("{HEADER}{evil},a,m,o,{evil},,\n"))]
    {
        let text = String::from_utf8(records.check("human").stdout).unwrap();
        let moves = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{202e}');
        assert!(!text.contains(moves), "{text:?}");
    }
}
