//! The folder of a new contract.
//!
//! In: the parties, the first day of service, and the date. Out: every file of the folder: the contract with the standard
//! clauses of this service, lists to be filled in, the State Council's calendars, a note in each folder, and the files for
//! git, editors and CI. The same texts serve `new contract`, `new assets` and `new people`.

use chrono::{Datelike, Days, Months, NaiveDate};
use include_dir::{Dir, DirEntry, include_dir};

use super::sheet::value;
use super::{Page, Refusal, ScaffoldContext, flat};
use crate::model::{KINDS, Kind, Layout, PLACEHOLDER};

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/init");
/// The calendars that this repository's own records use.
static CALENDARS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data/calendar");

/// Title of the contract until it is replaced.
const TITLE: &str = "医院电子票据系统维护服务";

/// Length of the contract term in months.
const TERM: Months = Months::new(24);

/// What is known about a new contract.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewProject {
    /// Name of the hospital.
    pub hospital: Option<String>,
    /// Name of the vendor.
    pub vendor: Option<String>,
    /// First day of service; by default the first day of the next quarter.
    pub start: Option<NaiveDate>,
    /// The user who sets it up: name and mail address from git.
    pub writer: Option<(String, Option<String>)>,
}

/// The contents of a new folder.
pub(crate) struct Parts {
    /// Its files: path with `/`, and text.
    pub files: Vec<(String, String)>,
    /// First and last day of service.
    pub term: (NaiveDate, NaiveDate),
}

/// Every file of the folder of a new contract, in order of path.
pub(crate) fn project(new: &NewProject, day: NaiveDate) -> Parts {
    let words = Words::new(new, day);
    let mut files = Vec::new();
    collect(&TEMPLATES, &words, &mut files);
    let years = CALENDARS.files().filter_map(|file| {
        let name = file.path().to_str()?;
        let year: i32 = name.strip_suffix(".yaml")?.parse().ok()?;
        let wanted = year >= words.from.year().min(day.year());
        let text = file.contents_utf8().filter(|_| wanted)?;
        let head = "# yaml-language-server: $schema=../../schemas/calendar.schema.json\n";
        Some((format!("data/calendar/{name}"), format!("{head}{text}")))
    });
    files.extend(years);
    let schemas = KINDS.iter().filter_map(Kind::schema_file);
    files.extend(schemas.map(|(name, text)| (format!("schemas/{name}"), text)));
    files.sort();
    Parts { files, term: (words.from, words.to) }
}

/// A record that exists once in a project.
pub(super) fn single(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    flat::refuse_period(period)?;
    let Layout::File(name) = kind.layout else { return Err(Refusal::NoRecord) };
    let path = format!("data/{name}");
    if (context.exists)(&path) {
        return Err(Refusal::Exists(path));
    }
    let text =
        TEMPLATES.get_file(&path).and_then(|file| file.contents_utf8()).ok_or(Refusal::NoRecord)?;
    let words = Words::new(&NewProject::default(), context.day);
    Ok(Page { path, text: words.filled(text), period: None })
}

/// The values of the templates' placeholders.
struct Words {
    from: NaiveDate,
    to: NaiveDate,
    pairs: [(&'static str, String); 7],
}

impl Words {
    fn new(new: &NewProject, day: NaiveDate) -> Self {
        let from = new.start.unwrap_or_else(|| next_quarter(day));
        let end = from.checked_add_months(TERM).and_then(|day| day.checked_sub_days(Days::new(1)));
        let to = end.unwrap_or(from);
        let name = |name: &Option<String>| value(name.as_deref().unwrap_or(PLACEHOLDER));
        let pairs = [
            ("@title@", TITLE.to_owned()),
            ("@day@", day.to_string()),
            ("@hospital@", name(&new.hospital)),
            ("@vendor@", name(&new.vendor)),
            ("@from@", from.to_string()),
            ("@to@", to.to_string()),
            ("@people@", people(new)),
        ];
        Self { from, to, pairs }
    }

    fn filled(&self, text: &str) -> String {
        self.pairs.iter().fold(text.to_owned(), |text, (name, word)| text.replace(name, word))
    }
}

/// The first entry of the list of people: the user who sets up the folder works for the vendor.
fn people(new: &NewProject) -> String {
    let Some((name, email)) = &new.writer else { return " []".to_owned() };
    let local = email.as_deref().and_then(|email| email.split_once('@')).map(|(local, _)| local);
    let plain = |id: &&str| {
        !id.is_empty() && id.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_')
    };
    let id = local.filter(plain).unwrap_or("staff01");
    let mut text = format!(
        "\n  - id: {}\n    name: {}\n    side: 乙方\n    role: {PLACEHOLDER}",
        value(id),
        value(name)
    );
    if let Some(email) = email {
        text.push_str(&format!("\n    email: {}", value(email)));
    }
    text
}

fn next_quarter(day: NaiveDate) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day);
    first.checked_add_months(Months::new(3)).unwrap_or(day)
}

fn collect(folder: &Dir<'static>, words: &Words, files: &mut Vec<(String, String)>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => collect(inner, words, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                let text = file.contents_utf8().unwrap_or_default();
                files.push((path, words.filled(text)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn service_begins_with_a_quarter_and_lasts_two_years() {
        for (day, from, to) in [
            ("2026-11-25", "2027-01-01", "2028-12-31"),
            ("2026-12-31", "2027-01-01", "2028-12-31"),
            ("2027-01-01", "2027-04-01", "2029-03-31"),
        ] {
            let parts = project(&NewProject::default(), day.parse().unwrap());
            assert_eq!(parts.term, (from.parse().unwrap(), to.parse().unwrap()), "{day}");
        }
    }

    #[test]
    fn no_name_of_a_template_is_left() {
        let writer = Some(("张三".to_owned(), Some("zhangsan@example.com".to_owned())));
        let new = NewProject { writer, ..NewProject::default() };
        for (path, text) in project(&new, "2026-11-25".parse().unwrap()).files {
            for (name, _) in Words::new(&new, NaiveDate::MIN).pairs {
                assert!(!text.contains(name), "{path}: {name}");
            }
        }
    }

    #[test]
    fn every_folder_of_records_has_a_note() {
        let parts = project(&NewProject::default(), "2026-11-25".parse().unwrap());
        for kind in KINDS {
            let wanted = match kind.layout {
                Layout::File(name) => format!("data/{name}"),
                Layout::Folder(folder) | Layout::Tree(folder) => {
                    format!("data/{folder}/README.md")
                }
            };
            assert!(parts.files.iter().any(|(path, _)| *path == wanted), "{wanted}");
        }
    }
}
