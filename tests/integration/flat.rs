//! Reading tables, lists and Markdown: every fault is reported once, at its location, and nothing valid is lost.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use encoding_rs::GB18030;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use weibao::internals::model::{Impact, Moment, Ticket, TicketKind, YesNo};
use weibao::internals::source::Locator;

use crate::records::Records;

const HEADER: &str = "id,received_at,kind,subject,agent,answered_at,evidence\n";

const KNOWLEDGE: &str = "---\nid: K12\nnode: 票据开具/开票失败\nquestion: 提示签名错误怎么办\nkind: 故障\nupdated_on: 2026-01-05\n---\n\n先看提示。\n\n- 重新登录\n";

/// A row of [`HEADER`].
fn row(number: u32) -> String {
    format!("T-{number},2026-01-05 09:{:02},咨询,怎样补打票据,gantang,,\n", number % 60)
}

fn calls(text: impl AsRef<[u8]>) -> Records {
    Records::new().with("calls/2026-01.csv", text)
}

/// One header, two good rows, and a row between them.
fn between(row_between: &str) -> Records {
    calls(format!("{HEADER}{}{row_between}\n{}", row(1), row(2)))
}

fn tickets(records: &Records) -> Vec<Ticket> {
    records.load().records.tickets.into_iter().map(|sourced| sourced.record).collect()
}

fn ids(records: &Records) -> Vec<String> {
    tickets(records).into_iter().map(|ticket| ticket.id).collect()
}

fn gb(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

/// The text at the location of a record's key.
fn text_at(records: &Records, index: usize, key: &str) -> (usize, String) {
    let loaded = records.load();
    let located = Locator::new(&loaded.files).locate(&loaded.records.tickets[index].at(key));
    let excerpt = located.excerpt.unwrap();
    (located.line, excerpt.text[excerpt.range].to_owned())
}

#[test]
fn keys_and_titles_in_any_order_are_the_same_table() {
    let english = calls(format!("{HEADER}{}", row(1).replace(",,", ",2026/1/5 9:30,a.png；b.png")));
    let chinese = "\u{feff}附件, 受理人 ,\"问题摘要\",答复时间,Kind,受理时间,记录编号,\r\nb.png; ,x,y,,咨询,2026-01-05 09:01,T-0\r\n\" a.png\r\nb.png\",gantang,怎样补打票据,2026-01-05 09:30:00,question,2026-01-05T09:01,T-1,\r\n";
    let chinese = calls(chinese);
    for records in [&english, &chinese] {
        assert_eq!(records.faults(), [""; 0]);
        let ticket = tickets(records).pop().unwrap();
        assert_eq!(ticket.id, "T-1");
        assert_eq!(ticket.kind, TicketKind::Question);
        assert_eq!(ticket.subject, "怎样补打票据");
        assert_eq!(ticket.answered_at, Moment::parse("2026-01-05 09:30"));
        assert_eq!(ticket.evidence, ["a.png", "b.png"]);
        assert_eq!(
            (ticket.affects_business, ticket.instant, ticket.urgent),
            (Impact::Unknown, YesNo::No, None)
        );
    }
    assert_eq!(tickets(&english), tickets(&chinese)[1..]);
}

#[test]
fn the_same_table_in_both_encodings_is_the_same_records() {
    let text = format!("{HEADER}{}{}", row(1).replace("怎样补打票据", "模"), row(2));
    let legacy = calls(gb(&text));
    assert_eq!(legacy.faults(), ["legacy-encoding 0:0"]);
    assert_eq!(tickets(&legacy), tickets(&calls(&text)));
    assert!(!legacy.load().records.is_faulty("call", "2026-01"), "a note is no fault");
    assert_eq!(text_at(&legacy, 1, "subject"), (3, "怎样补打票据".to_owned()));
}

#[test]
fn lines_that_are_no_text_cost_their_own_rows() {
    let mixed = [HEADER.as_bytes(), row(1).as_bytes(), &gb(&row(2)), row(3).as_bytes()].concat();
    assert_eq!(calls(&mixed).faults(), ["encoding-mixed 3:1"]);
    assert_eq!(ids(&calls(&mixed)), ["T-1", "T-3"]);
    let second = row(2);
    let broken = [
        HEADER.as_bytes(),
        b"T-1,2026-01-05 09:00,\xe5\x92\xa8\xe8\xaf\xa2,\xff\xff,a\n",
        second.as_bytes(),
    ];
    assert_eq!(calls(broken.concat()).faults(), ["encoding 2:25"]);
    assert_eq!(ids(&calls(broken.concat())), ["T-2"]);
    // The row is left out as a whole, whichever of its lines is not valid text.
    let inside =
        [HEADER.as_bytes(), b"T-1,2026-01-05 09:00,question,\"a\n\xff\n\",g\n", row(2).as_bytes()]
            .concat();
    assert_eq!(calls(&inside).faults(), ["encoding 3:1"]);
    assert_eq!(ids(&calls(inside)), ["T-2"]);
    assert_eq!(calls(b"PK\x03\x04\xff\xff\n1,2\n").faults(), ["encoding 1:1"]);
    let many = [HEADER.as_bytes(), &b"\xff\n".repeat(300)].concat();
    let faults = calls(many).faults();
    assert_eq!((faults.len(), faults[0].as_str()), (101, "schema-more-rows 0:0"));
}

#[test]
fn quoted_fields_hold_commas_quotes_and_line_breaks() {
    let quoted = "T-9,2026-01-05 09:09,咨询,\"补打,\r\n怎么\"\"补打\"\"？\n\",gantang,2026-01-05 09:30,\"a.png\nb.png\"";
    let records = between(quoted);
    assert_eq!(records.faults(), [""; 0]);
    assert_eq!(tickets(&records)[1].subject, "补打,\n怎么\"补打\"？");
    assert_eq!(tickets(&records)[1].evidence, ["a.png", "b.png"]);
    assert_eq!(ids(&records), ["T-1", "T-9", "T-2"]);
    assert_eq!(text_at(&records, 1, "subject"), (3, "\"补打,".to_owned()));
    assert_eq!(text_at(&records, 1, "answered_at"), (5, "2026-01-05 09:30".to_owned()));
    assert_eq!(text_at(&records, 2, "id"), (7, "T-2".to_owned()));
}

#[test]
fn an_open_quote_costs_its_own_line() {
    for (bad, expected) in [
        ("T-9,2026-01-05 09:09,咨询,\"补打,gantang,,", "unclosed-quote 3:25"),
        ("T-9,2026-01-05 09:09,咨询,\"补打\"票据,gantang,,", "unclosed-quote 3:25"),
        ("\"T-9,2026-01-05 09:09,咨询,补打,gantang,,", "unclosed-quote 3:1"),
        ("T-9,2026-01-05 09:09,咨询,\"补\n打\",\"gantang,,", "unclosed-quote 4:4"),
    ] {
        let records = between(bad);
        assert_eq!(records.faults(), [expected], "{bad}");
        assert_eq!(ids(&records), ["T-1", "T-2"], "{bad}");
        assert!(records.load().records.is_faulty("call", "2026-01"));
    }
    // A quote that opens on one row and closes on another does not swallow the rows in between.
    let stray =
        |number: u32| row(number).replace("怎样", if number == 1 { "\"怎样" } else { "怎样\"" });
    let records = calls(format!("{HEADER}{}{}{}{}", stray(1), row(2), row(3), stray(4)));
    assert_eq!(records.faults(), ["unclosed-quote 2:25"]);
    assert_eq!(ids(&records), ["T-2", "T-3", "T-4"]);
    let far = format!("{HEADER}T-1,2026-01-05 09:01,咨询,\"补{}打\",gantang\n", "\n".repeat(200));
    assert_eq!(calls(far).faults()[0], "unclosed-quote 2:25");
    let header = format!("id,\"received_at,kind\n{}", row(1));
    assert_eq!(calls(header).faults(), ["unclosed-quote 1:4"]);
}

#[test]
fn rows_are_refused_one_by_one() {
    for (bad, expected) in [
        ("T-9,########,咨询,补打,gantang,,", vec!["schema-wrong-form 3:5"]),
        ("T-9,2026年1月5日,咨询,补打,gantang,,", vec!["schema-wrong-form 3:5"]),
        ("T-9,２０２６-01-05 09:00,咨询,补打,gantang,,", vec!["schema-wrong-form 3:5"]),
        (
            "T-9,2026-02-30 09:00,询问,补打,gantang,,",
            vec!["schema-wrong-form 3:5", "schema-unknown-word 3:22"],
        ),
        ("T-9,2026-01-05 09:00,咨询,,gantang,,", vec!["schema-empty-cell 3:25"]),
        ("T-9,2026-01-05 09:00,咨询,\"\",gantang,,", vec!["schema-empty-cell 3:25"]),
        ("T-9,2026-01-05 09:00,咨询,补打", vec!["schema-empty-cell 3:1"]),
        ("T-9,2026-01-05 09:00,咨询,补\u{1b}打,gantang,,", vec!["schema-control-character 3:25"]),
        ("T-9,2026-01-05 09:00,咨询,补\u{85}打,gantang,,", vec!["schema-control-character 3:25"]),
        ("T-9,2026-01-05 09:00,咨询,补\r打,gantang,,", vec!["schema-control-character 3:25"]),
        ("T-9,2026-01-05 09:00,咨询,补,打,gantang,,,x", vec!["schema-wrong-count 3:39"]),
        ("T-9,2026-01-05 09:00,咨询,补打,gantang,9:00,\"a\nb\"", vec!["schema-wrong-form 3:36"]),
    ] {
        let records = between(bad);
        assert_eq!(records.faults(), expected, "{bad}");
        assert_eq!(ids(&records), ["T-1", "T-2"], "{bad}");
        assert!(records.load().records.is_faulty("call", "2026-01"), "{bad}");
    }
    for fine in
        ["", " , ,\"\",,\u{3000},", ",,,,,,,,,", "T-9,2026/1/5 9:03,咨询,补打,gantang,,,,", "\r"]
    {
        let records = between(fine);
        assert_eq!(records.faults(), [""; 0], "{fine}");
        assert!(ids(&records).len() >= 2);
    }
    let windows = between("T-9,2026-01-05 09:00,询问,补打,gantang,,");
    let text =
        std::fs::read_to_string(windows.path("calls/2026-01.csv")).unwrap().replace('\n', "\r\n");
    assert_eq!(calls(format!("\u{feff}{text}")).faults(), ["schema-unknown-word 3:22"]);
}

#[test]
fn headers_say_what_is_wrong_with_them() {
    let needed = "id,received_at,kind,subject,agent";
    for (header, expected, rows) in [
        ("".to_owned(), vec!["schema-empty-file 0:0"], 0),
        ("\u{feff}\n\n".to_owned(), vec!["schema-empty-file 0:0"], 0),
        (needed.to_owned(), vec![], 1),
        (needed.to_uppercase(), vec![], 1),
        (needed.replace(',', ";"), vec!["schema-no-header 1:1"], 0),
        (needed.replace(',', "\t"), vec!["schema-no-header 1:1"], 0),
        ("T-1,2026-01-05 09:01,咨询,a,b".to_owned(), vec!["schema-no-header 1:1"], 0),
        (needed.replace(',', "\r"), vec!["schema-no-header 1:1"], 0),
        (format!("{needed},受理人"), vec!["schema-duplicate-column 1:35"], 0),
        (format!("{needed},phon"), vec!["schema-unknown-column-similar 1:35"], 1),
        (format!("{needed},备注"), vec!["schema-unknown-column 1:35"], 1),
        (format!("{needed},channel"), vec!["schema-unknown-column 1:35"], 1),
        (needed.replace("agent", "agnet"), vec!["schema-unknown-column-similar 1:29"], 0),
        (needed.replace("id,", ""), vec!["schema-missing-columns 1:1"], 0),
        (needed.replace(",subject,agent", ""), vec!["schema-missing-columns 1:1"], 0),
    ] {
        let records = calls(format!("{header}\nT-1,2026-01-05 09:01,咨询,怎样补打,gantang,x\n"));
        let records = if header.trim_start_matches('\u{feff}').trim().is_empty() {
            calls(&header)
        } else {
            records
        };
        let faults: Vec<_> =
            records.faults().into_iter().filter(|said| !said.contains("wrong-count")).collect();
        assert_eq!(faults, expected, "{header}");
        let read = if header.matches(',').count() == 4 {
            ids(&records).len() + 1
        } else {
            ids(&records).len()
        };
        assert!(rows == 0 || read >= 1, "{header}");
        assert!(rows > 0 || ids(&records).is_empty(), "{header}");
    }
    let unnamed = "id,received_at,,kind,subject,agent\nT-1,2026-01-05 09:01,,咨询,a,b\nT-2,2026-01-05 09:01,x,咨询,a,b\n";
    assert_eq!(calls(unnamed).faults(), ["schema-unnamed-column 3:22"]);
    assert_eq!(ids(&calls(unnamed)), ["T-1"]);
    let visits = "记录编号,性质,服务人员,到达时间,处理内容,访谈\nV-1,回访,tangruogu；gantang,2026-01-05 09:01,走访,\n";
    let visits = Records::new().with("visits/2026.csv", visits);
    assert_eq!(visits.faults(), ["schema-nested-column 1:24"]);
    assert_eq!(visits.load().records.visits[0].record.engineers, ["tangruogu", "gantang"]);
}

#[test]
fn faults_beyond_a_hundred_are_counted() {
    let bad = row(1).replace("咨询", "询问");
    let faults = calls(format!("{HEADER}{}{}", bad.repeat(150), row(2))).faults();
    assert_eq!(faults.len(), 101);
    assert_eq!(faults[0], "schema-more-rows 0:0");
    assert_eq!(faults[100], "schema-unknown-word 101:22");
}

#[test]
fn yaml_holds_one_record_or_a_list_of_them() {
    let one = "id: T-1\nreceived_at: 2026-01-05 09:01\nkind: 咨询\nsubject: 补打\nagent: gantang\n";
    let item = |id: &str| {
        one.replace("T-1", id).replace('\n', "\n  ").trim_end().replacen("id", "- id", 1) + "\n"
    };
    let read = |text: String| Records::new().with("emails/2026-01.yaml", text);
    assert_eq!(ids(&read(one.to_owned())), ["T-1"]);
    let list = format!("{}{}{}", item("T-1"), item("T-2").replace("咨询", "询问"), item("T-3"));
    let list = read(list.replace("- id", "-\n  id"));
    assert_eq!(list.faults(), ["schema-unknown-word 10:9"]);
    assert_eq!(ids(&list), ["T-1", "T-3"]);
    assert_eq!(text_at(&list, 1, "id"), (14, "T-3".to_owned()));
    assert!(list.load().records.is_faulty("email", "2026-01"));
    for (text, expected) in [
        ("[]\n", vec![]),
        ("- ~\n", vec!["schema-empty 1:3"]),
        ("- 1\n- a\n", vec!["schema-wrong-type 1:3", "schema-wrong-type 2:3"]),
        ("# 无\n", vec!["schema-empty-file 0:0"]),
        ("- [\n", vec!["syntax 1:3"]),
    ] {
        assert_eq!(read(text.to_owned()).faults(), expected, "{text}");
    }
    let faults = read(item("T-1").replace("咨询", "询问").repeat(3000)).faults();
    assert_eq!((faults.len(), faults[0].as_str()), (101, "schema-more-faults 0:0"));
}

#[test]
fn markdown_is_a_record_with_a_body() {
    let read = |text: &str| Records::new().with("knowledge/开票/K12.md", text);
    for text in [
        KNOWLEDGE.to_owned(),
        KNOWLEDGE.replace('\n', "\r\n"),
        format!("\u{feff}{}", KNOWLEDGE.replace("---", "--- ")),
    ] {
        let records = read(&text);
        let loaded = records.load();
        assert!(loaded.diagnostics.is_empty(), "{text}");
        let entry = &loaded.records.knowledge[0];
        assert_eq!(entry.record.answer, "先看提示。\n\n- 重新登录");
        let mut locator = Locator::new(&loaded.files);
        assert_eq!(
            (locator.locate(&entry.at("node")).line, locator.locate(&entry.at("node")).column),
            (3, 7)
        );
        assert_eq!(locator.locate(&entry.at("answer")).line, 9);
    }
    for (from, to, expected) in [
        ("---\nid", "id", vec!["schema-no-front 1:1"]),
        ("---\n\n先", "先", vec!["schema-open-front 1:1"]),
        ("先看提示。\n\n- 重新登录\n", "", vec!["schema-empty-body 7:1"]),
        ("kind: 故障", "kind: 坏了", vec!["schema-unknown-word 5:7"]),
        ("id: K12\n", "", vec!["schema-missing-key 2:1"]),
        ("node: 票", "node：票", vec!["syntax 3:5"]),
        ("kind: 故障", "kind: 故障\nanswer: 略", vec!["schema-unknown-key 6:1"]),
        ("先看", "先\u{1b}看", vec!["schema-control-character 9:2"]),
        (
            "kind: 故障",
            "kind: 坏了\nanswer: 略",
            vec!["schema-unknown-word 5:7", "schema-unknown-key 6:1"],
        ),
    ] {
        assert!(KNOWLEDGE.contains(from), "{from}");
        let records = read(&KNOWLEDGE.replacen(from, to, 1));
        assert_eq!(records.faults(), expected, "{to}");
        assert!(
            records.load().records.knowledge.is_empty()
                && records.load().records.is_faulty("knowledge", "K12")
        );
    }
    assert_eq!(read("").faults(), ["schema-empty-file 0:0"]);
    assert_eq!(read("---\n---\n答\n").faults(), ["schema-empty-front 2:1"]);
    assert_eq!(read(&KNOWLEDGE.replace('\n', "\r")).faults(), ["schema-no-front 1:1"]);
    let both = KNOWLEDGE.replace("故障", "坏了").replace("先看提示。\n\n- 重新登录\n", "");
    assert_eq!(read(&both).faults(), ["schema-unknown-word 5:7", "schema-empty-body 7:1"]);
}

#[test]
fn a_hundred_thousand_rows_are_read_quickly() {
    let mut text = HEADER.to_owned();
    (0..100_000).for_each(|number| text.push_str(&row(number)));
    let records = calls(&text);
    let start = Instant::now();
    let loaded = records.load();
    assert_eq!(loaded.records.tickets.len(), 100_000);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    // Nor do invalid rows take long.
    let bad = calls(text.replace("咨询", "询问"));
    let start = Instant::now();
    assert_eq!(bad.faults().len(), 101);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

/// Cells near the border between valid and invalid.
fn cell() -> impl Strategy<Value = String> {
    let parts = select(vec![
        "2026", "-", "/", "01", "1", " ", "T", "09:03", ":", "30", "Z", "+08:00", "+0800", "９",
        "咨询", "故障", "是", "phone", "\"", "\"\"", "；", "\n", "\r\n", "\u{3000}", "a", "#",
    ]);
    let date = select(vec![
        "2026-01-05 09:03",
        "2026/1/5 9:03",
        "2026-01-05  9:03",
        "2026-01-05T 09:03:30+08:00",
    ]);
    prop_oneof![3 => date.prop_map(str::to_owned), 2 => vec(parts, 0..6).prop_map(|parts| parts.concat()), 1 => Just(String::new())]
}

/// A cell as it is written in a table.
fn written(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_is_read_as_the_same_list_in_yaml(rows in vec(vec(cell(), 4), 1..20)) {
        let (mut table, mut list) = ("id,received_at,kind,subject,agent,answered_at,urgent,caller\n".to_owned(), String::new());
        for (number, cells) in rows.iter().enumerate() {
            let given: Vec<_> = cells.iter().map(|cell| cell.replace("\r\n", "\n").trim().to_owned()).collect();
            let [kind, answered, urgent, caller] = [0, 1, 2, 3].map(|at| cells[at].clone());
            let fixed = format!("T-{number},2026-01-05 09:00");
            table.push_str(&format!("{fixed},{},s,a,{},{},{}\n", written(&kind), written(&answered), written(&urgent), written(&caller)));
            list.push_str(&format!("- id: T-{number}\n  received_at: 2026-01-05 09:00\n  subject: s\n  agent: a\n"));
            for (key, value) in ["kind", "answered_at", "urgent", "caller"].iter().zip(&given).filter(|(_, value)| !value.is_empty()) {
                list.push_str(&format!("  {key}: {}\n", serde_json::Value::from(value.as_str())));
            }
        }
        let from_table = calls(&table);
        let from_list = Records::new().with("calls/2026-01.yaml", &list);
        prop_assert_eq!(tickets(&from_table), tickets(&from_list), "{}\n{}", table, list);
    }

    #[test]
    fn every_row_is_read_or_reported(pieces in vec(select(vec![
        "\"", "\"\"", ",", "\n", "\r\n", "\r", "T-1", "2026-01-05 09:00", "咨询", "gantang", " ", "\u{85}", "\u{3000}", "；",
        "T-1,2026-01-05 09:00,咨询,补打,gantang,,\n",
    ]), 0..60)) {
        let records = calls(format!("{HEADER}{}", pieces.concat()));
        let loaded = records.load();
        let lines: BTreeSet<_> = loaded.records.tickets.iter().map(|sourced| format!("{:?}", sourced.location)).collect();
        prop_assert_eq!(lines.len(), loaded.records.tickets.len(), "no row is read twice");
        let holds_nothing = |text: &str| text.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '"'));
        let silent = loaded.records.tickets.is_empty() && loaded.diagnostics.is_empty();
        prop_assert!(!silent || holds_nothing(&pieces.concat()) || !pieces.concat().contains("T-1"), "{:?}", pieces);
    }
}
