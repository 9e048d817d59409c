//! A folder of records for one test.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use weibao::internals::load::{Loaded, load};
use weibao::internals::source::Locator;

/// A contract without duties whose records could be missing.
pub(crate) const CONTRACT: &str = r#"title: 电子票据系统维护服务
number: HT-2026-001
hospital: { name: 市第一医院 }
vendor: { name: 某软件公司 }
system: { name: 电子票据系统 }
term: { from: 2026-01-01, to: 2026-12-31 }
metrics:
  - { id: tablespace.used_pct, title: 表空间使用率, of: 表空间, unit: "%", minimum: 0, maximum: 100 }
clauses:
  - { id: "3.1", section: 热线电话, text: 受理使用问题, every: 按需, evidence: 服务记录 }
"#;

/// An inspection without a fault.
pub(crate) const INSPECTION: &str = r#"id: XJ-2026Q1
period: 2026Q1
mode: 现场
started_at: 2026-03-21 09:00
finished_at: 2026-03-21 16:40
inspectors: [luyao]
items:
  - clause: "1.5"
    verdict: 正常
    result: 使用率 83.4%，正常
    measured:
      - { asset: 数据库, metric: tablespace.used_pct, object: A, value: 83.4 }
  - clause: "1.6"
    verdict: 未检
conclusion: 系统总体运行正常。
"#;

/// The header of probe files.
pub(crate) const HEADER: &str = "at,asset,metric,object,value,unit,source\n";

/// A folder with a contract, deleted when the test ends.
pub(crate) struct Records(TempDir);

impl Records {
    /// Only the contract.
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap()).with("contract.yaml", CONTRACT)
    }

    /// With one more file below `data/`.
    pub(crate) fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// With one probe file.
    pub(crate) fn probe(rows: impl AsRef<[u8]>) -> Self {
        Self::new().with("probes/2026Q1/x.csv", rows)
    }

    /// With one inspection.
    pub(crate) fn inspection(text: impl AsRef<[u8]>) -> Self {
        Self::new().with("inspections/2026Q1.yaml", text)
    }

    /// Path of a file below `data/`.
    pub(crate) fn path(&self, path: &str) -> std::path::PathBuf {
        self.0.path().join("data").join(path)
    }

    /// Reads everything.
    pub(crate) fn load(&self) -> Loaded {
        load(self.0.path()).unwrap()
    }

    /// The faults of reading, as `message line:column`, in the order printed.
    pub(crate) fn faults(&self) -> Vec<String> {
        faults(self.load())
    }

    /// Runs the program's `check`.
    pub(crate) fn check(&self, format: &str) -> Output {
        check(self.0.path(), format)
    }
}

/// The faults of reading, as `message line:column`.
pub(crate) fn faults(loaded: Loaded) -> Vec<String> {
    let mut locator = Locator::new(&loaded.files);
    let sorted = loaded.diagnostics.sorted(&mut locator);
    let line = |diagnostic: &weibao::internals::diagnostic::Diagnostic| {
        let located = locator.locate(&diagnostic.location);
        format!("{} {}:{}", diagnostic.message_id(), located.line, located.column)
    };
    sorted.iter().map(line).collect()
}

/// Runs `weibao check` in a project.
pub(crate) fn check(root: &Path, format: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_weibao"))
        .env_clear()
        .args([
            "check",
            "--as-of",
            "2026-02-01",
            "--lang",
            "zh",
            "--color",
            "never",
            "--format",
            format,
            "-C",
        ])
        .arg(root)
        .output()
        .unwrap()
}
