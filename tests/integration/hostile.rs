//! Text of records is data: any text of a record is printed as the same visible text in both formats, and has no other
//! effect.

use crate::page::{self, Element};
use crate::pdf_text::{Paper, normalize_whitespace};
use crate::project::Project;

/// Text with a meaning for Typst, Tera, HTML, YAML, Markdown or a terminal.
const TEXTS: &[&str] = &[
    "#let x = 1 #panic(\"no\") #include \"/etc/passwd\"",
    "$x^2$ @ref <label> = Title == Sub + one - two / three // comment /* all */",
    "{{ 7*7 }} {% raw %} {{ cover.number }} {# gone #} {%",
    "<script>alert(1)</script><img src=x onerror=alert(1)> </td></table> <!-- c -->",
    "] [ ) ( } { \\ \\\\ \\u{41} `code` ```block``` *bold* _low_ ~~",
    "&amp; &lt; &#65; \" ' ‘ ’ “ ” %s %n $(id) `id` ; | & ../../etc",
    "=cmd|' /C calc'!A0 +1 -1 @SUM(1) 1,2;3",
    "http://example.com/?a=1&b=2#frag user@example.com",
];

/// Any text as a quoted YAML value.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The first two quarters of the shipped records, with a text in every free field of the second.
fn project(text: &str) -> Project {
    let project = Project::lean();
    let record = "data/inspections/2025Q2.yaml";
    let fields =
        ["conclusion", "    result", "    problem", "    impact", "    suggestion", "    action"];
    for field in fields {
        let value = format!("{field}: {}", quoted(text));
        replace_line(&project, record, field, &value);
    }
    replace_line(&project, "data/contract.yaml", "title", &format!("title: {}", quoted(text)));
    replace_line(
        &project,
        "data/assets.yaml",
        "    purpose",
        &format!("    purpose: {}", quoted(text)),
    );
    project
}

/// Replaces the first line that sets a key.
#[track_caller]
fn replace_line(project: &Project, file: &str, key: &str, line: &str) {
    let text = project.text(file);
    let start = format!("{key}: ");
    let mut found = false;
    let mut lines: Vec<_> = text.lines().collect();
    for known in &mut lines {
        if !found && known.starts_with(&start) {
            *known = line;
            found = true;
        }
    }
    assert!(found, "{file} has no {key}");
    project.write(file, lines.join("\n") + "\n");
}

fn names(page: &Element) -> Vec<String> {
    let mut names: Vec<_> = page.all().iter().map(|element| element.name.clone()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[test]
fn text_of_records_is_printed_as_it_is_and_does_nothing() {
    let plain = Project::lean();
    plain.build(&["--period", "2025Q2", "--format", "html"]).ended(0);
    let ordinary = names(&page::read(&plain.bytes("output/2025Q2/inspection.html")));
    for text in TEXTS {
        let project = project(text);
        let run = project.build(&["--period", "2025Q2"]);
        assert!(run.code < 2, "{text}\n{}{}", run.out, run.err);
        let pdf_text = Paper::read(&project.bytes("output/2025Q2/inspection.pdf"));
        let printed = pdf_text.body();
        // Once for each field: title, conclusion, result, problem, impact, suggestion, action, purpose.
        let times = printed.matches(&normalize_whitespace(text)).count();
        assert!(times >= 8, "{text}: {times} times in the PDF");
        let page = page::read(&project.bytes("output/2025Q2/inspection.html"));
        let shown = normalize_whitespace(&page.text());
        let times = shown.matches(&normalize_whitespace(text)).count();
        assert!(times >= 8, "{text}: {times} times in the page");
        assert_eq!(names(&page), ordinary, "{text}");
        let index = page::read(&project.bytes("output/index.html"));
        assert!(
            normalize_whitespace(&index.text()).contains(&normalize_whitespace(text)),
            "{text}"
        );
    }
}

#[test]
fn marks_that_cannot_be_seen_are_taken_out_and_rare_characters_get_a_stand_in() {
    let project = Project::lean();
    let text = "甲\u{202e}乙\u{200f}丙\u{200b}丁\u{2066}戊己😀庚\u{10ffff}辛";
    replace_line(
        &project,
        "data/inspections/2025Q2.yaml",
        "conclusion",
        &format!("conclusion: {}", quoted(text)),
    );
    let run = project.build(&["--period", "2025Q2"]).ended(1);
    assert!(
        run.out.contains("unprintable-character") && run.out.contains("U+1F600"),
        "{}",
        run.out
    );
    let pdf_text = Paper::read(&project.bytes("output/2025Q2/inspection.pdf"));
    assert!(pdf_text.body().contains("甲乙丙丁戊己〓庚〓辛"));
    let page = page::read(&project.bytes("output/2025Q2/inspection.html")).text();
    assert!(page.contains("甲乙丙丁戊己😀庚"), "the page shows what a browser can");
    assert!(!page.contains(['\u{202e}', '\u{200f}', '\u{2066}']));
}

#[test]
fn long_words_and_long_texts_stay_on_the_page() {
    let word = "x".repeat(300);
    let path = "/data/very_long_folder_name".repeat(12);
    let long = format!("{word} {path} {}", "很长的检查结果。".repeat(1_250));
    let project = project(&word);
    replace_line(
        &project,
        "data/inspections/2025Q2.yaml",
        "    result",
        &format!("    result: {}", quoted(&long)),
    );
    let run = project.build(&["--period", "2025Q2"]);
    assert!(run.code < 2, "{}{}", run.out, run.err);
    let pdf_text = Paper::read(&project.bytes("output/2025Q2/inspection.pdf"));
    for (index, sheet) in pdf_text.sheets.iter().enumerate() {
        assert!(sheet.outside(36.0).is_empty(), "page {}: {:?}", index + 1, sheet.outside(36.0));
        assert!(sheet.collisions().is_empty(), "page {}: {:?}", index + 1, sheet.collisions());
    }
    let printed = pdf_text.body();
    assert!(printed.contains(&word) && printed.contains(&path), "wrapping adds no character");
}

#[test]
fn names_in_charts_are_text() {
    let project = Project::lean();
    let name = "<u>&\"A\"</u>]]>";
    project.edit("data/assets.yaml", "name: EBILL_DATA", &format!("name: {}", quoted(name)));
    for quarter in ["2025Q1", "2025Q2"] {
        let samples = format!("data/probes/{quarter}/tablespace.csv");
        project.edit(&samples, "EBILL_DATA", &format!("\"{}\"", name.replace('"', "\"\"")));
    }
    let run = project.build(&["--period", "2025Q2"]);
    assert!(run.code < 2, "{}{}", run.out, run.err);
    let page = page::read(&project.bytes("output/2025Q2/inspection.html"));
    assert!(page.all().iter().all(|element| element.name != "u"));
    assert!(page.text().contains(name));
    let pdf_text = Paper::read(&project.bytes("output/2025Q2/inspection.pdf"));
    assert!(pdf_text.body().contains(&normalize_whitespace(name)));
}

/// Every free text field of the records: the file, and the text after which a marker of its own is inserted.
const FIELDS: &[(&str, &str)] = &[
    ("data/contract.yaml", "医院电子票据系统维护服务"),
    ("data/contract.yaml", "云澜市第三人民医院"),
    ("data/contract.yaml", "云澜市数笺软件有限公司"),
    ("data/contract.yaml", "YLSY-XX-2024-117"),
    ("data/contract.yaml", "医疗收费电子票据管理系统"),
    ("data/contract.yaml", "内部资料 注意保密"),
    ("data/contract.yaml", "市三院信息科"),
    ("data/contract.yaml", "系统运行环境检查"),
    ("data/contract.yaml", "检查系统页面各功能操作是否顺畅。"),
    ("data/contract.yaml", "表空间使用率"),
    ("data/people.yaml", "简书禾"),
    ("data/people.yaml", "柏言"),
    ("data/people.yaml", "陆行简"),
    ("data/assets.yaml", "应用服务器1"),
    ("data/assets.yaml", "8核，内存32GB，Linux"),
    ("data/assets.yaml", "主应用节点"),
    ("data/assets.yaml", "HIS接口"),
    ("data/assets.yaml", "数据磁盘组"),
];

/// Tries to break out of its context: HTML, attributes, Typst, Tera, SVG; with a line break, a direction mark and a character
/// that the fonts lack.
const BREAKER: &str = "]}\"'>--><b onclick=x>{{1}}#{1}$*_`\\\n\u{202e}😀";
/// How it looks in print, and on a page.
const ON_PAPER: &str = "]}\"'>--><b onclick=x>{{1}}#{1}$*_`\\〓";
const ON_PAGE: &str = "]}\"'>--><b onclick=x>{{1}}#{1}$*_`\\😀";

/// Inserts the breaker after the first value that ends with this text, and quotes the value.
#[track_caller]
fn break_out(project: &Project, file: &str, text: &str) {
    let known = project.text(file);
    let mut lines: Vec<_> = known.lines().map(str::to_owned).collect();
    let fits =
        |line: &&mut String| line.trim_end().ends_with(text) && !line.trim_start().starts_with('#');
    let mut changed = 0;
    for line in lines.iter_mut().filter(fits) {
        let before = line.trim_end().strip_suffix(text).unwrap().to_owned();
        *line = format!("{before}{}", quoted(&format!("{text}{BREAKER}")));
        changed += 1;
    }
    assert!(changed > 0, "{file} has no value {text}");
    project.write(file, lines.join("\n") + "\n");
}

#[test]
fn no_field_lets_its_text_out() {
    let project = Project::lean();
    for (file, text) in FIELDS {
        break_out(&project, file, text);
    }
    project.edit(
        "data/inspections/2025Q2.yaml",
        "conclusion: ",
        &format!(
            "revisions:\n  - {{ version: V1.1, on: 2025-06-20, by: jianshuhe, note: {} }}\nconclusion: ",
            quoted(&format!("更正{BREAKER}"))
        ),
    );
    let name = "attachments/2025Q2/a b'#{x}&<i>.txt";
    project.write(&format!("data/{name}"), format!("原始输出{BREAKER}\u{1b}[31m red\n"));
    project.edit("data/inspections/2025Q2.yaml", "attachments/2025Q2/df.txt", &quoted(name));
    let run = project.build(&["--period", "2025Q2"]);
    assert!(run.code < 2 && project.path("output").exists(), "{}{}", run.out, run.err);
    assert!(
        !run.out.contains(['\u{1b}', '\u{202e}', '\u{7}']),
        "nothing hidden reaches the terminal"
    );

    let pdf_text = Paper::read(&project.bytes("output/2025Q2/inspection.pdf"));
    let printed: String = pdf_text.sheets.iter().map(crate::pdf_text::Sheet::printed).collect();
    let page = page::read(&project.bytes("output/2025Q2/inspection.html"));
    let shown = normalize_whitespace(&page.text());
    let texts = FIELDS.iter().map(|(_, text)| *text).chain(["更正", "原始输出"]);
    for text in texts {
        let on_paper = normalize_whitespace(&format!("{text}{ON_PAPER}"));
        assert!(printed.contains(&on_paper), "{text} is not whole in the PDF");
        let on_page = normalize_whitespace(&format!("{text}{ON_PAGE}"));
        assert!(shown.contains(&on_page), "{text} is not whole in the page");
    }
    assert!(
        shown.contains(&normalize_whitespace("a b'#{x}&<i>.txt"))
            && printed.contains(&normalize_whitespace("a b'#{x}&<i>.txt"))
    );
    assert!(
        pdf_text.attachments().contains_key(&format!("data/{name}")),
        "{:?}",
        pdf_text.attachments().keys()
    );
    for path in ["2025Q2/inspection.html", "index.html"] {
        let page = page::read(&project.bytes(&format!("output/{path}")));
        let plain = names(&page::read(&crate::project::lean_output()[path]));
        // A record with errors makes a draft, which is marked with `strong`; a count in the ledger is `small`.
        let added: Vec<_> = names(&page).into_iter().filter(|name| !plain.contains(name)).collect();
        assert!(
            added.iter().all(|name| ["strong", "small"].contains(&name.as_str())),
            "{path}: {added:?}"
        );
        let attributes = page.all().into_iter().flat_map(|element| element.attributes.keys());
        assert!(attributes.filter(|name| name.starts_with("on")).count() == 0, "{path}");
    }
    for (at, sheet) in pdf_text.sheets.iter().enumerate() {
        assert!(sheet.outside(36.0).is_empty(), "page {}: {:?}", at + 1, sheet.outside(36.0));
        assert!(sheet.collisions().is_empty(), "page {}: {:?}", at + 1, sheet.collisions());
    }
}

#[test]
fn a_broken_picture_stops_no_report() {
    let project = Project::lean();
    project.write("data/attachments/2025Q2/login.png", b"\x89PNG\r\n\x1a\n and no more");
    let picture =
        project.text("data/inspections/2025Q2.yaml").contains("attachments/2025Q2/login.png");
    if !picture {
        let evidence = "attachments/2025Q2/df.txt";
        project.edit("data/inspections/2025Q2.yaml", evidence, "attachments/2025Q2/login.png");
    }
    project.build(&["--report", "inspection", "--period", "2025Q2"]).ended(0);
    let pdf_text = Paper::read(&project.bytes("output/2025Q2/inspection.pdf"));
    assert_eq!(
        pdf_text.attachments()["data/attachments/2025Q2/login.png"].len(),
        20,
        "the file itself travels"
    );
}

#[test]
fn evidence_that_is_gone_or_has_no_picture_says_so() {
    let project = Project::lean();
    let record = "data/inspections/2025Q2.yaml";
    project.write("data/attachments/2025Q2/plan.docx", "PK");
    project.edit(record, "2025Q2/jobs.txt", "2025Q2/plan.docx");
    project.edit(record, "2025Q2/pages.txt", "2025Q2/gone.txt");
    let long = format!("{}尾声", "一行原始输出。\n".repeat(3_000));
    project.write("data/attachments/2025Q2/tablespace.txt", long);
    let run = project.build(&["--report", "inspection", "--period", "2025Q2"]);
    assert!(run.code < 2, "{}{}", run.out, run.err);
    let paper = Paper::read(&project.bytes("output/2025Q2/inspection.pdf"));
    let page = page::read(&project.bytes("output/2025Q2/inspection.html"));
    for (text, words) in [
        (page.by_id("附录A-2").text(), "数据目录中没有此文件"),
        (page.by_id("附录A-3").text(), "此格式的文件不在此处展示，见PDF附件"),
        (paper.body(), "附录A-2gone.txt条款1.2attachments/2025Q2/gone.txt数据目录中没有此文件"),
        (paper.body(), "附录A-3plan.docx条款1.3attachments/2025Q2/plan.docx此格式的文件"),
        (paper.body(), "尾声"),
        (page.text(), "文件较长，此处只显示开头部分，全文见PDF附件"),
    ] {
        let text = normalize_whitespace(&text);
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(!page.text().contains("尾声"), "the page shows the beginning of a long file");
}

#[test]
fn evidence_named_like_a_telephone_number_is_found() {
    let project = Project::lean();
    let name = "attachments/2025Q2/13812345678.txt";
    project.write(&format!("data/{name}"), "原始输出");
    project.edit("data/inspections/2025Q2.yaml", "attachments/2025Q2/df.txt", name);
    project.build(&["--report", "inspection", "--period", "2025Q2"]).ended(0);
    let page = page::read(&project.bytes("output/2025Q2/inspection.html")).text();
    assert!(
        page.contains("原始输出") && page.contains("138****5678") && !page.contains("13812345678")
    );
}
