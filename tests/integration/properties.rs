//! For any bytes: no panic, every location is inside its text, and nothing is left out silently.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use weibao::internals::load::Loaded;
use weibao::internals::model::{Moment, Sample, Series};
use weibao::internals::source::{Files, Locator, Node, parse_tree};

use crate::records::{CONTRACT, HEADER, INSPECTION, Records};

const PEOPLE: &str =
    "people:\n  - { id: luyao, name: 陆遥, side: 乙方, role: 工程师, phone: 13800001234 }\n";
const CALENDAR: &str = "year: 2026\nnotice: 国办发明电〔2025〕7号\nissued_on: 2025-11-04\ndays:\n  - { date: 2026-01-01, kind: 放假, name: 元旦 }\n";
const ASSETS: &str =
    "servers:\n  - id: app1\n    name: 应用服务器\n    mounts: [{ name: /data, scope: 业务 }]\n";
const ROWS: &str = "2026-01-01 06:00,数据库,tablespace.used_pct,A,10,%,probe\n2026/1/2 6:00,\"数据库\",tablespace.used_pct,B,20.5,%,探针\n";

const CALLS: &str = "记录编号,受理时间,问题类别,问题摘要,受理人,附件\nT-1,2026-01-05 09:00,咨询,\"补打,\n票据\",luyao,a.png；b.png\nT-2,2026/1/5 9:30,故障,签名错误,luyao,\n";
const VISITS: &str = "- { id: V-1, purpose: 现场服务, engineers: [luyao], arrived_at: 2026-01-05 14:00, work: 重启服务 }\n- id: V-2\n  purpose: 回访\n  engineers: [luyao]\n  arrived_at: 2026-01-06 14:00\n  work: 走访\n";
const ENTRY: &str = "---\nid: x\nnode: 开票/失败\nquestion: 签名错误\nkind: 故障\nupdated_on: 2026-01-05\n---\n重新登录。\n";

/// A valid file of every kind.
fn valid() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("contract.yaml", CONTRACT.into()),
        ("inspections/2026Q1.yaml", INSPECTION.into()),
        ("people.yaml", PEOPLE.into()),
        ("calendar/2026.yaml", CALENDAR.into()),
        ("assets.yaml", ASSETS.into()),
        ("probes/2026Q1/x.csv", format!("{HEADER}{ROWS}").into()),
        ("calls/x.csv", CALLS.into()),
        ("calls/x.xlsx", workbook()),
        ("visits/x.yaml", VISITS.into()),
        ("knowledge/x.md", ENTRY.into()),
    ]
}

/// A workbook with a record.
fn workbook() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["id", "received_at", "kind", "subject", "agent"]).unwrap();
    sheet.write_row(1, 0, ["T-1", "2026-01-05 09:00", "咨询", "补打", "luyao"]).unwrap();
    workbook.save_to_buffer().unwrap()
}

/// Pieces from which hostile files are made.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let written = select(vec![
        "：",
        "\t",
        "\"",
        "'",
        "- ",
        ": ",
        "\n",
        "\r\n",
        "\r",
        "[",
        "]",
        "{",
        "}",
        ",",
        "，",
        "&a ",
        "*a",
        "<<: ",
        "|\n",
        ">\n",
        "---\n",
        "? ",
        "!!int ",
        "~",
        "#",
        "%",
        "１",
        "正常",
        "verdict",
        "\u{feff}",
        "\0",
        "\u{1b}",
        "\u{202e}",
        "😀",
        "\u{85}",
        ".nan",
        "1e999",
        "0x1F",
        "2026-02-30",
    ])
    .prop_map(|text: &str| text.as_bytes().to_vec());
    prop_oneof![4 => written, 1 => vec(any::<u8>(), 1..6)]
}

/// A change of a file: at a position, a number of bytes is replaced by a piece.
fn change() -> impl Strategy<Value = (Index, usize, Vec<u8>)> {
    (any::<Index>(), 0..8_usize, prop_oneof![piece(), Just(Vec::new())])
}

fn changed(mut bytes: Vec<u8>, changes: &[(Index, usize, Vec<u8>)]) -> Vec<u8> {
    for (at, len, piece) in changes {
        let start = at.index(bytes.len() + 1);
        let end = (start + len).min(bytes.len());
        bytes.splice(start..end, piece.iter().copied());
    }
    bytes
}

/// Checks that every location of a diagnostic is inside its file.
fn places_are_inside(loaded: &Loaded) -> Result<(), TestCaseError> {
    let mut locator = Locator::new(&loaded.files);
    for said in loaded.diagnostics.iter() {
        let related = said.related.iter().map(|related| &related.location);
        for location in std::iter::once(&said.location).chain(related) {
            let located = locator.locate(location);
            if let Some(excerpt) = &located.excerpt {
                prop_assert!(
                    excerpt.text.get(excerpt.range.clone()).is_some(),
                    "{said:?} {located:?}"
                );
                prop_assert!(!excerpt.text.contains('\n'), "{said:?} {located:?}");
                prop_assert!(located.line >= 1 && located.column >= 1, "{said:?} {located:?}");
                let end = (located.end_line, located.end_column);
                prop_assert!((located.line, located.column) <= end, "{said:?} {located:?}");
            }
        }
    }
    Ok(())
}

/// True for an empty list.
fn holds_no_item(path: &str, loaded: &Loaded) -> bool {
    let file = loaded.files.find(&format!("data/{path}"));
    let bytes = loaded.files.read(file.unwrap()).unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    parse_tree(text.trim_start_matches('\u{feff}'))
        .is_ok_and(|tree| *tree.node() == Node::List(Vec::new()))
}

fn nothing_is_lost_in_silence(path: &str, loaded: &Loaded) -> Result<(), TestCaseError> {
    let records = &loaded.records;
    let read = match path {
        "contract.yaml" => records.contract.is_some(),
        "inspections/2026Q1.yaml" => !records.inspections.is_empty(),
        "people.yaml" => records.people.is_some(),
        "calendar/2026.yaml" => !records.calendars.is_empty(),
        "assets.yaml" => records.assets.is_some(),
        "calls/x.csv" | "calls/x.xlsx" => !records.tickets.is_empty(),
        // An empty list holds no records and gives a diagnostic.
        "visits/x.yaml" => !records.visits.is_empty() || holds_no_item(path, loaded),
        "knowledge/x.md" => !records.knowledge.is_empty(),
        _ => {
            records.probes.files.iter().all(|file| file.rejected == 0)
                && !records.probes.files.is_empty()
        }
    };
    prop_assert!(read || !loaded.diagnostics.is_empty(), "{path} was left out in silence");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_any_file_are_read_or_reported(which in any::<Index>(), bytes in vec(any::<u8>(), 0..200)) {
        let files = valid();
        let (path, _) = files[which.index(files.len())];
        let loaded = Records::new().with(path, &bytes).load();
        places_are_inside(&loaded)?;
        nothing_is_lost_in_silence(path, &loaded)?;
    }

    #[test]
    fn nasty_files_are_read_or_reported(which in any::<Index>(), pieces in vec(piece(), 0..60)) {
        let files = valid();
        let (path, _) = files[which.index(files.len())];
        let loaded = Records::new().with(path, pieces.concat()).load();
        places_are_inside(&loaded)?;
        nothing_is_lost_in_silence(path, &loaded)?;
    }

    #[test]
    fn valid_files_with_slips_are_read_or_reported(which in any::<Index>(), changes in vec(change(), 1..6)) {
        let files = valid();
        let (path, bytes) = files[which.index(files.len())].clone();
        let loaded = Records::new().with(path, changed(bytes, &changes)).load();
        places_are_inside(&loaded)?;
        nothing_is_lost_in_silence(path, &loaded)?;
    }

    #[test]
    fn order_of_samples_does_not_matter(minutes in vec(0..20_000_u32, 1..80), cut in any::<Index>()) {
        let mut files = Files::new("");
        let file = files.add("x.csv");
        let samples: Vec<_> = minutes.iter().enumerate().map(|(line, minute)| {
            let at = format!("2026-01-{:02} {:02}:{:02}", minute / 1440 + 1, minute / 60 % 24, minute % 60);
            // The value is computed from the moment: two samples of one moment are the same measurement.
            Sample { at: Moment::parse(&at).unwrap().0, value: f64::from(minute % 89), file, line: line as u32, column: 0 }
        }).collect();
        let fold = |samples: &mut dyn Iterator<Item = &Sample>| {
            let mut series = Series::default();
            samples.for_each(|sample| series.push(*sample));
            series
        };
        let forward = fold(&mut samples.iter());
        let (left, right) = samples.split_at(cut.index(samples.len()));
        for other in [fold(&mut samples.iter().rev()), fold(&mut right.iter().chain(left))] {
            prop_assert_eq!(other.count(), samples.len() as u64);
            for (one, two) in forward.days().iter().zip(other.days()) {
                prop_assert_eq!((one.first.at, one.first.value), (two.first.at, two.first.value));
                prop_assert_eq!((one.last.at, one.last.value), (two.last.at, two.last.value));
                prop_assert_eq!((one.least, one.greatest, one.count), (two.least, two.greatest, two.count));
            }
        }
    }
}
