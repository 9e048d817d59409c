//! `weibao build`.

use super::Exit;
use super::arguments::BuildOptions;
use super::check;
use super::surroundings::{Surroundings, print_error};
use crate::lang::Value;
use crate::pipeline::{self, BuildError, Built, Wish};
use crate::report::DraftReason;

/// Prints what `check` prints, then writes the reports.
pub(super) fn run(options: &BuildOptions, surroundings: &Surroundings) -> Exit {
    let wish = Wish {
        reports: options.reports.clone(),
        periods: options.periods.clone(),
        formats: options.formats.clone(),
        only_final: options.only_final,
        folder: options.output.clone(),
    };
    let built = match pipeline::build(&surroundings.root(), surroundings.as_of, &wish) {
        Ok(built) => built,
        Err(error) => return failed(&error, surroundings),
    };
    if let Err(error) = check::print_all(&built.checked, &[], Some("human"), surroundings) {
        print_error(&error.to_string());
        return Exit::Failure;
    }
    tell(&built, surroundings);
    let faulty = built.checked.has_data_errors();
    if built.checked.book.contract.is_none() && !faulty {
        surroundings.say("no-contract", &[]);
        return Exit::NoRecords;
    }
    // A draft asked for by name cannot be made final; one that is merely there is left out.
    let by_name = !options.periods.is_empty() || !options.reports.is_empty();
    let refused = by_name && !built.refused.is_empty();
    if faulty || refused { Exit::Faults } else { Exit::Clean }
}

fn tell(built: &Built, surroundings: &Surroundings) {
    for (report, reason) in &built.refused {
        let id = match reason {
            DraftReason::PeriodOpen => "refused-open",
            DraftReason::Undecided => "refused-undecided",
            DraftReason::Unfinished => "refused-unfinished",
            DraftReason::DataErrors => "refused-errors",
        };
        surroundings.say(id, &[("report", report.as_str().into())]);
    }
    if built.manifest.is_none() {
        if built.checked.has_data_errors() {
            surroundings.say("nothing-written", &[]);
        }
    } else if !surroundings.quiet {
        let folder = built.folder.display().to_string();
        let counts = [("drawn", built.drawn.into()), ("standing", built.standing.into())];
        let args: Vec<(&'static str, Value)> =
            counts.into_iter().chain([("folder", folder.into())]).collect();
        surroundings.say("built", &args);
    }
}

fn failed(error: &BuildError, surroundings: &Surroundings) -> Exit {
    let text = |text: String| Value::from(text);
    match error {
        BuildError::Load(error) => return surroundings.load_failed(error),
        BuildError::Read(path, error) => surroundings.say(
            "io-failed",
            &[("path", text(path.display().to_string())), ("reason", text(error.to_string()))],
        ),
        BuildError::Unknown(what, word) => {
            surroundings.say(&format!("unknown-{what}"), &[("word", text(word.clone()))]);
        }
        BuildError::Render(error) => surroundings.say(
            "template-failed",
            &[("template", text(error.template.clone())), ("reason", text(error.message.clone()))],
        ),
        BuildError::Output(error) => surroundings.say(
            "output-failed",
            &[("path", text(error.path.display().to_string())), ("reason", text(error.error.to_string()))],
        ),
    }
    Exit::Failure
}
