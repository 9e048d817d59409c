//! Speed, as ratios against the bare libraries (design §10): `cargo bench --bench speed`.
//!
//! Each group runs weibao and the library it builds on over the same bytes, so that the ratio means the same on every
//! machine: a million probe rows and a hundred thousand tickets against deserialising them with `csv`; reports against bare
//! Typst on the same documents.

#![expect(clippy::unwrap_used, reason = "a bench that cannot set up must stop")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use serde::Deserialize;
use weibao::internals::pipeline::{self, Built, NoProgress, Project, Selection};
use weibao::internals::render::TypstBaseline;

const ROWS: usize = 1_000_000;
const TICKETS: usize = 100_000;

#[derive(Deserialize)]
#[expect(dead_code, reason = "deserialising is what is measured")]
struct ProbeRow<'a> {
    at: &'a str,
    asset: &'a str,
    metric: &'a str,
    object: &'a str,
    value: f64,
    unit: &'a str,
    source: &'a str,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "deserialising is what is measured")]
struct TicketRow {
    id: String,
    received_at: String,
    caller: Option<String>,
    department: Option<String>,
    phone: Option<String>,
    kind: String,
    affects_business: String,
    module: Option<String>,
    subject: String,
    description: Option<String>,
    agent: String,
    instant: String,
    responded_at: Option<String>,
    answered_at: Option<String>,
    closed_at: Option<String>,
    resolution: Option<String>,
    answer: Option<String>,
    confirmed: Option<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// A project with one probe file of a million rows: 40 objects every five minutes.
fn million_rows() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let probes = folder.path().join("data/probes/2026Q1");
    fs::create_dir_all(&probes).unwrap();
    for name in ["contract.yaml", "assets.yaml", "people.yaml"] {
        fs::copy(root().join("data").join(name), folder.path().join("data").join(name)).unwrap();
    }
    let file = probes.join("samples.csv");
    let mut out = std::io::BufWriter::new(fs::File::create(&file).unwrap());
    writeln!(out, "at,asset,metric,object,value,unit,source").unwrap();
    let objects = ["EBILL_DATA", "EBILL_IDX", "EBILL_LOB", "EBILL_LOG"];
    let start = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
    for row in 0..ROWS {
        let at = start + chrono::Duration::seconds(7 * i64::try_from(row).unwrap());
        let object = objects[row % objects.len()];
        let value = 60.0 + (row % 2_000) as f64 / 100.0;
        writeln!(
            out,
            "{},db-ebill,tablespace.used_pct,{object},{value:.4},%,probe-db.sh",
            at.format("%Y-%m-%d %H:%M:%S")
        )
        .unwrap();
    }
    drop(out);
    (folder, file)
}

fn reading(criterion: &mut Criterion) {
    let (folder, file) = million_rows();
    let mut group = criterion.benchmark_group("a million probe rows");
    group.sample_size(20);
    group.bench_function("csv deserialises them", |bencher| {
        bencher.iter(|| {
            let mut reader = csv::Reader::from_path(&file).unwrap();
            let headers = reader.headers().unwrap().clone();
            let mut record = csv::StringRecord::new();
            let mut rows = 0usize;
            while reader.read_record(&mut record).unwrap() {
                let row: ProbeRow<'_> = record.deserialize(Some(&headers)).unwrap();
                rows += usize::from(row.value > 0.0);
            }
            assert_eq!(rows, ROWS);
        });
    });
    group.bench_function("weibao checks them", |bencher| {
        bencher.iter(|| {
            let project = Project::read(folder.path()).unwrap();
            project.check(as_of());
            assert_eq!(project.records.probes.rows(), ROWS as u64);
        });
    });
    group.finish();
}

/// A project with one file of a hundred thousand calls: a call every five minutes, each answered at once.
fn tickets() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let calls = folder.path().join("data/calls");
    fs::create_dir_all(&calls).unwrap();
    for name in ["contract.yaml", "assets.yaml", "people.yaml"] {
        fs::copy(root().join("data").join(name), folder.path().join("data").join(name)).unwrap();
    }
    let file = calls.join("all.csv");
    let mut out = std::io::BufWriter::new(fs::File::create(&file).unwrap());
    writeln!(
        out,
        "id,received_at,caller,department,phone,kind,affects_business,module,subject,description,agent,instant,\
         responded_at,answered_at,closed_at,resolution,answer,confirmed"
    )
    .unwrap();
    let start = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
    for ticket in 0..TICKETS {
        let at = start + chrono::Duration::minutes(5 * i64::try_from(ticket).unwrap());
        let minute = |later: i64| (at + chrono::Duration::minutes(later)).format("%Y-%m-%d %H:%M");
        let received = minute(0);
        writeln!(
            out,
            "T-{ticket:06},{received},沈听澜,门诊收费处,8123,咨询,否,票据开具,怎样补打门诊票据,\
             \"窗口问：患者丢了票据,能不能再打一张？\",gantang,是,{received},{},{},电话,\
             \"在“票据查询”中按票据号找到该票,点“补打”。\",是",
            minute(2),
            minute(3)
        )
        .unwrap();
    }
    drop(out);
    (folder, file)
}

fn reading_tickets(criterion: &mut Criterion) {
    let (folder, file) = tickets();
    let mut group = criterion.benchmark_group("a hundred thousand tickets");
    group.sample_size(20);
    group.bench_function("csv deserialises them", |bencher| {
        bencher.iter(|| {
            let mut reader = csv::Reader::from_path(&file).unwrap();
            let rows: Vec<TicketRow> = reader.deserialize().map(Result::unwrap).collect();
            assert_eq!(rows.len(), TICKETS);
        });
    });
    group.bench_function("weibao checks them", |bencher| {
        bencher.iter(|| {
            let project = Project::read(folder.path()).unwrap();
            project.check(as_of());
            assert_eq!(project.records.tickets.len(), TICKETS);
        });
    });
    group.finish();
}

fn building(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("reports of the shipped contract");
    group.sample_size(10);
    let quarter = Selection { periods: vec!["2025Q3".to_owned()], ..Selection::default() };
    for (name, selection) in [("one quarter", quarter), ("everything", Selection::default())] {
        group.bench_function(format!("weibao builds {name}"), |bencher| {
            bencher.iter(|| build_afresh(&selection));
        });
        group.bench_function(
            format!("bare Typst compiles and exports the PDFs of {name}"),
            |bencher| {
                let typst_baseline = typst_baseline(&selection);
                bencher.iter(|| {
                    typst::comemo::evict(0);
                    typst_baseline.compile().unwrap()
                });
            },
        );
    }
    let output = tempfile::tempdir().unwrap();
    let again = Selection { folder: Some(output.path().to_owned()), ..Selection::default() };
    build(&again);
    group.bench_function("weibao builds when nothing has changed", |bencher| {
        bencher.iter(|| build(&again).up_to_date);
    });
    group.finish();
}

fn build(selection: &Selection) -> Built {
    let project = Project::read(root()).unwrap();
    pipeline::build(&project.check(as_of()), selection, &NoProgress).unwrap()
}

fn typst_baseline(selection: &Selection) -> TypstBaseline {
    let project = Project::read(root()).unwrap();
    pipeline::typst_baseline(&project.check(as_of()), selection).unwrap()
}

/// Typst caches layout results; a build in a new process has no cache, so the benchmark must not use it either.
fn build_afresh(selection: &Selection) {
    typst::comemo::evict(0);
    let output = tempfile::tempdir().unwrap();
    let selection = Selection { folder: Some(output.path().to_owned()), ..selection.clone() };
    let built = build(&selection);
    assert!(built.drawn > 0);
}

criterion_group!(speed, reading, reading_tickets, building);
criterion_main!(speed);
