//! The delivered PDF of a quarter: complete, readable, archivable.

use serde_json::Value;

use crate::pdf_text::{Paper, Sheet, normalize_whitespace, unreadable};
use crate::project::{repository, shipped_output};
use weibao::internals::load;
use weibao::internals::model::{Contract, Evidence};

fn pdf_text(period: &str) -> Paper {
    Paper::read(&shipped_output()[&format!("{period}/inspection.pdf")])
}

fn contract() -> Contract {
    load::load(&repository()).unwrap().records.contract.unwrap().record
}

/// Fails unless the report's text contains a piece; blanks are ignored.
#[track_caller]
fn says(pdf_text: &Paper, piece: &str) {
    let body = pdf_text.body();
    assert!(body.contains(&normalize_whitespace(piece)), "the report does not say: {piece}");
}

#[test]
fn every_clause_is_quoted_as_the_contract_writes_it() {
    let contract = contract();
    let owed: Vec<_> =
        contract.clauses.iter().filter(|clause| clause.evidence == Evidence::Inspection).collect();
    assert_eq!(owed.len(), 17);
    for period in ["2026Q3", "2025Q2", "2026Q4"] {
        let pdf_text = pdf_text(period);
        for clause in &owed {
            says(&pdf_text, &format!("{}{}", clause.id, clause.text));
        }
        says(&pdf_text, "检查系统是否能够正常登陆和显示。");
    }
}

#[test]
fn the_verdict_stands_on_page_two() {
    for (period, pieces) in [
        ("2026Q3", ["关注", "正常16项，关注1项。应检17项，已检17项。"]),
        ("2025Q3", ["异常（严重）", "应检17项，已检17项。"]),
        ("2025Q2", ["关注", "应检17项，已检16项，未检1项，本期巡检为部分履行。"]),
        (
            "2026Q4",
            [
                "未到期",
                "2026年第四季度尚未结束，巡检尚未进行。下列17项服务内容应于2026年12月31日前完成。",
            ],
        ),
    ] {
        let second = pdf_text(period).sheets[1].body();
        assert!(second.starts_with("结论摘要"), "{second}");
        for piece in pieces {
            assert!(second.contains(piece), "{period}: {piece} is not in {second}");
        }
    }
}

#[test]
fn measured_values_and_forecasts_are_printed() {
    for (period, row) in [("2025Q3", ["EBILL_DATA", "91.20"]), ("2026Q3", ["EBILL_DATA", "83.42"])]
    {
        let body = pdf_text(period).body();
        let table = body.find("表空间使用率（业务）单位").expect("the table of tablespaces");
        let after: String = body[table..].chars().take(160).collect();
        for cell in row {
            assert!(after.contains(cell), "{period}: {cell} is not in {after}");
        }
    }
    let body = pdf_text("2026Q3").body();
    let row = body.split("表空间使用率（业务）预测").nth(1).unwrap();
    let row: String = row.chars().take(80).collect();
    assert!(
        row.contains("EBILL_DATA83.42%") && row.contains("约2027年") && row.contains("达到90%"),
        "{row}"
    );
    says(&pdf_text("2025Q3"), "已达到90%");
}

#[test]
fn findings_of_the_last_quarter_are_followed_up() {
    let pdf_text = pdf_text("2026Q3");
    says(&pdf_text, "F-2026Q2-01");
    says(&pdf_text, "2026-08-13增加组合索引并调整默认时间范围，开票异常列表耗时降至1.4秒。√关闭");
    says(&pdf_text, "信息科于2026-07-24核对完毕，停用8个账号，保留1个备用账号。√关闭");
    says(&pdf_text, "以往遗留问题2项，本期关闭2项。");
}

#[test]
fn every_report_explains_its_figures_and_leaves_room_to_sign() {
    for period in ["2026Q3", "2026Q4"] {
        let pdf_text = pdf_text(period);
        for piece in [
            "口径说明",
            "“少于”为严格小于：使用率等于限值即为未达到要求。",
            "签字确认",
            "信息科负责人（签字）：",
            "巡检工程师（签字）：",
            "（盖章）",
        ] {
            says(&pdf_text, piece);
        }
    }
}

#[test]
fn tables_that_run_on_say_so_on_each_further_page() {
    let pdf_text = pdf_text("2026Q3");
    let heads = |sheet: &Sheet| {
        sheet.printed().contains("续表2-1系统运行环境检查结果编号检查项（合同原文）")
    };
    let further = pdf_text.sheets.iter().filter(|sheet| heads(sheet)).count();
    assert!(further >= 1, "the table of seventeen items fills more than a page");
    let first = pdf_text.sheets.iter().filter(|sheet| {
        let text = sheet.printed();
        text.contains("表2-1系统运行环境检查结果编号") && !text.contains("续表2-1")
    });
    assert_eq!(first.count(), 1);
}

#[test]
fn pages_are_numbered_and_their_number_is_plausible() {
    let sheets = pdf_text("2026Q3").sheets;
    assert!((14..=24).contains(&sheets.len()), "{} pages", sheets.len());
    for (index, sheet) in sheets.iter().enumerate().skip(1) {
        let foot = format!("第{}页共{}页", index + 1, sheets.len());
        assert!(sheet.printed().contains(&foot), "page {} has no {foot}", index + 1);
        assert!(!sheet.body().is_empty(), "page {} is blank", index + 1);
    }
    assert!((4..=7).contains(&pdf_text("2026Q4").sheets.len()));
}

#[test]
fn bookmarks_lead_to_every_chapter() {
    let bookmarks = pdf_text("2026Q3").bookmarks();
    let chapters: Vec<_> = bookmarks
        .iter()
        .filter(|(depth, _)| *depth == 0)
        .map(|(_, title)| normalize_whitespace(title))
        .collect();
    let expected = [
        "结论摘要",
        "1巡检概述",
        "2系统运行环境检查",
        "3系统业务功能检查",
        "4问题与改进建议",
        "5上期问题跟踪",
        "6故障与后端支持",
        "7口径说明",
        "8签字确认",
        "附录A原始输出与截图",
    ];
    assert_eq!(chapters, expected);
    assert!(
        bookmarks
            .iter()
            .any(|(depth, title)| *depth > 0 && normalize_whitespace(title) == "附录A-1login.png")
    );
}

#[test]
fn fonts_travel_inside_and_every_glyph_can_be_read() {
    for period in ["2025Q2", "2026Q3", "2026Q4"] {
        let pdf_text = pdf_text(period);
        let fonts = pdf_text.fonts();
        assert!(fonts.len() >= 3, "{fonts:?}");
        for (name, embedded) in fonts {
            let (tag, family) = name.split_once('+').expect("a subset has a tag");
            assert!(tag.len() == 6 && family.starts_with("Noto") && embedded, "{name}");
        }
        assert!(unreadable(&pdf_text).is_empty(), "{:?}", unreadable(&pdf_text));
        assert!(
            !pdf_text.body().contains('〓'),
            "a shipped record has a character that fonts lack"
        );
    }
}

#[test]
fn nothing_leaves_the_page_or_covers_its_neighbour() {
    for (path, bytes) in shipped_output().iter().filter(|(path, _)| path.ends_with(".pdf")) {
        for (index, sheet) in Paper::read(bytes).sheets.iter().enumerate() {
            assert!(
                sheet.outside(36.0).is_empty(),
                "{path}, page {}: {:?}",
                index + 1,
                sheet.outside(36.0)
            );
            assert!(
                sheet.collisions().is_empty(),
                "{path}, page {}: {:?}",
                index + 1,
                sheet.collisions()
            );
        }
    }
}

#[test]
fn the_records_travel_inside_byte_for_byte() {
    let manifest: Value = serde_json::from_slice(&shipped_output()["manifest.json"]).unwrap();
    for entry in manifest["artifacts"].as_array().unwrap() {
        let path = entry["path"].as_str().unwrap();
        if !path.ends_with(".pdf") {
            continue;
        }
        let attachments = Paper::read(&shipped_output()[path]).attachments();
        let inputs = entry["inputs"].as_object().unwrap();
        let travelling: Vec<_> =
            inputs.keys().filter(|input| weibao::internals::report::is_embeddable(input)).collect();
        assert!(travelling.iter().any(|input| *input == "data/contract.yaml"));
        assert!(
            !travelling.iter().any(|input| input.contains("people") || input.contains("calls"))
        );
        assert_eq!(attachments.keys().collect::<Vec<_>>(), travelling, "{path}");
        for (name, bytes) in attachments {
            let file = std::fs::read(repository().join(&name)).unwrap();
            assert!(bytes == file, "{path}: {name} differs from the record");
        }
    }
}

#[test]
fn no_output_holds_a_number_of_a_person() {
    let people = std::fs::read_to_string(repository().join("data/people.yaml")).unwrap();
    let numbers: Vec<_> =
        people.lines().filter_map(|line| line.trim().strip_prefix("phone: ")).collect();
    let numbers: Vec<_> = numbers.iter().map(|number| number.trim_matches('"')).collect();
    assert!(numbers.len() > 10);
    for (path, bytes) in shipped_output() {
        let mut texts = vec![String::from_utf8_lossy(bytes).into_owned()];
        if path.ends_with(".pdf") {
            let pdf_text = Paper::read(bytes);
            texts = pdf_text
                .attachments()
                .values()
                .map(|held| String::from_utf8_lossy(held).into_owned())
                .collect();
            texts.push(pdf_text.body());
        }
        for number in &numbers {
            assert!(texts.iter().all(|text| !text.contains(number)), "{path} tells {number}");
        }
    }
}

#[test]
fn metadata_name_the_report_and_the_standards_it_keeps() {
    let pdf_text = pdf_text("2026Q3");
    let metadata = normalize_whitespace(&pdf_text.metadata());
    for piece in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "季度巡检报告（2026年第三季度）—云澜市第三人民医院",
        "云澜市数笺软件有限公司",
    ] {
        assert!(metadata.contains(piece), "{piece} is not in {metadata}");
    }
    assert_eq!(pdf_text.language(), "zh-CN");
    assert!(pdf_text.is_tagged());
    assert_eq!(pdf_text.information("Title"), "季度巡检报告（2026年第三季度）— 云澜市第三人民医院");
    assert_eq!(pdf_text.information("Author"), "云澜市数笺软件有限公司");
    assert!(pdf_text.information("Keywords").contains("YLSY-XX-2024-117"));
    assert_eq!(pdf_text.information("CreationDate"), "D:20260921000000+08'00");
}

#[test]
fn charts_and_screenshots_say_what_they_show() {
    let alternatives = pdf_text("2026Q3").alternatives();
    assert!(
        alternatives.iter().any(|text| text.contains("表空间使用率（业务）趋势折线图")),
        "{alternatives:?}"
    );
    assert!(
        alternatives.iter().any(|text| text.contains("EBILL_DATA由") && text.contains("到83.42%"))
    );
    assert!(alternatives.iter().any(|text| text.contains("login.png")));
}

#[test]
fn drafts_are_marked_on_every_page_and_final_reports_on_none() {
    for sheet in pdf_text("2026Q4").sheets.iter().skip(1) {
        assert!(
            sheet.printed().matches("草稿").count() >= 2,
            "water mark and head: {}",
            sheet.printed()
        );
    }
    assert!(
        pdf_text("2026Q4").sheets[0]
            .printed()
            .contains("草稿：本期尚未结束，数据统计至2026年10月8日。")
    );
    for period in ["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"] {
        for sheet in &pdf_text(period).sheets {
            assert!(!sheet.printed().contains("草稿"), "{period}");
        }
    }
}
