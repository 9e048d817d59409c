//! The command line in the user's language: help texts, headings and usage errors.
//!
//! In: the arguments after `weibao` and the messages of a language. Out: typed arguments, or a text. A room of its own
//! because clap has English texts only: every command `x y` takes its texts from the message `cli-x-y`, every argument from
//! an attribute of that message, and a test checks that all of them exist.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, Error, FromArgMatches};

use super::arguments::Arguments;
use super::environment::language;
use crate::lang::Messages;

/// The message with the texts of the global options.
const GLOBAL: &str = "cli";

/// The arguments name no command to run: a page of help, or a usage error.
#[derive(Debug)]
pub(super) struct Refused {
    /// The text to print.
    pub text: String,
    /// Whether it was requested (`--help`) and is not an error.
    pub asked_for: bool,
}

/// Parses the arguments, the program's name first.
///
/// # Errors
/// [`Refused`] with the text to print, in the requested language.
pub(super) fn parse(words: Vec<OsString>) -> Result<Arguments, Refused> {
    let messages = Messages::new(language(named_language(&words).as_deref()));
    let mut command = command(&messages);
    if words.len() < 2 {
        return Err(Refused { text: command.render_help().to_string(), asked_for: false });
    }
    let parsed = command.try_get_matches_from_mut(words);
    parsed
        .and_then(|matches| Arguments::from_arg_matches(&matches))
        .map_err(|error| refused(&error, &messages))
}

/// The whole command line in one language.
pub(super) fn command(messages: &Messages) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = Arguments::command().disable_help_flag(true).disable_version_flag(true);
    worded(command.arg(help).arg(version), GLOBAL, messages)
}

/// A command and its subcommands, with their texts.
fn worded(command: Command, message: &str, messages: &Messages) -> Command {
    let heading = |name: &str| messages.text(&format!("cli-heading-{name}"), &[]);
    let template = format!(
        "{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}{{after-help}}",
        messages.text("cli-usage", &[])
    );
    let (options, arguments) = (heading("options"), heading("arguments"));
    let mut command = command
        .about(messages.text(message, &[]))
        .long_about(None)
        .help_template(template)
        .subcommand_help_heading(heading("commands"))
        .subcommand_value_name(messages.text("cli-command", &[]))
        .mut_args(|argument| {
            let id = argument.get_id().as_str().replace('_', "-");
            let own = messages.attribute(message, &id, &[]);
            let text = own.or_else(|| messages.attribute(GLOBAL, &id, &[])).unwrap_or(id);
            let heading =
                if argument.is_positional() { arguments.clone() } else { options.clone() };
            let argument = argument.help(text).long_help(None).help_heading(heading);
            if !argument.get_action().takes_values() {
                return argument;
            }
            // The texts list values and defaults: clap would add them in English.
            argument.hide_possible_values(true).hide_default_value(true)
        });
    if let Some(after) = messages.attribute(message, "after", &[]) {
        command = command.after_help(after);
    }
    command.mut_subcommands(|below| {
        let message = format!("{message}-{}", below.get_name());
        worded(below, &message, messages)
    })
}

/// The language of `--lang xx` or `--lang=xx`, found before parsing, since usage errors are printed in it too.
fn named_language(words: &[OsString]) -> Option<String> {
    let mut words = words.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => return words.next().map(str::to_owned),
            Some(rest) => return rest.strip_prefix('=').map(str::to_owned),
            None => {}
        }
    }
    None
}

fn refused(error: &Error, messages: &Messages) -> Refused {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Refused { text: error.render().to_string(), asked_for: true }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Refused { text: error.render().to_string(), asked_for: false }
        }
        kind => Refused { text: complaint(error, kind, messages), asked_for: false },
    }
}

/// What is wrong, which word was probably meant, and where to find help.
fn complaint(error: &Error, kind: ErrorKind, messages: &Messages) -> String {
    let text = |context: ContextKind| error.get(context).map(joined).unwrap_or_default();
    let args = [
        ("argument", text(ContextKind::InvalidArg).into()),
        ("command", text(ContextKind::InvalidSubcommand).into()),
        ("value", text(ContextKind::InvalidValue).into()),
        ("valid", text(ContextKind::ValidValue).into()),
        ("other", text(ContextKind::PriorArg).into()),
        ("form", form(error).unwrap_or_default().into()),
    ];
    let id = match kind {
        ErrorKind::UnknownArgument => "cli-unknown-argument",
        ErrorKind::InvalidSubcommand => "cli-unknown-command",
        ErrorKind::MissingRequiredArgument => "cli-missing-argument",
        ErrorKind::MissingSubcommand => "cli-missing-command",
        ErrorKind::ArgumentConflict => "cli-conflict",
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            "cli-missing-value"
        }
        ErrorKind::InvalidValue => "cli-invalid-value",
        ErrorKind::ValueValidation if form(error).is_none() => "cli-refused-number",
        ErrorKind::ValueValidation => "cli-refused-value",
        ErrorKind::InvalidUtf8 => "cli-invalid-utf8",
        _ => "cli-wrong-usage",
    };
    let mut lines = vec![messages.text(id, &args)];
    let suggestions =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let suggested = suggestions.into_iter().find_map(|context| likeliest(error.get(context)?));
    lines.extend(suggested.map(|word| messages.text("cli-suggestion", &[("word", word.into())])));
    lines.push(messages.text("cli-see-help", &[]));
    lines.join("\n")
}

/// The expected form of a refused value: a date as 2026-09-30, a number as 1..=600. Both are the last part of the parser's
/// error; the parser of numbers otherwise gives an English sentence only.
fn form(error: &Error) -> Option<String> {
    let message = error.source()?.to_string();
    let form = message
        .strip_prefix("2026")
        .map_or_else(|| message.rsplit(' ').next(), |_| Some(message.as_str()))?;
    form.contains(|c: char| c.is_ascii_digit()).then(|| form.replace("..=", "–"))
}

/// The most similar word; clap lists it last.
fn likeliest(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::Strings(words) => words.last().cloned(),
        ContextValue::String(word) => Some(word.clone()),
        _ => None,
    }
}

fn joined(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(words) => words.join(" "),
        other => other.to_string(),
    }
}

/// Arguments of all commands whose texts are missing in a language: message and attribute.
#[cfg(test)]
fn unworded(command: &Command, message: &str, messages: &Messages) -> Vec<String> {
    let mut missing = Vec::new();
    if messages.text(message, &[]) == message {
        missing.push(message.to_owned());
    }
    for argument in command.get_arguments() {
        let id = argument.get_id().as_str().replace('_', "-");
        let text =
            messages.attribute(message, &id, &[]).or_else(|| messages.attribute(GLOBAL, &id, &[]));
        let Some(text) = text else {
            missing.push(format!("{message}.{id}"));
            continue;
        };
        let values = argument.get_action().takes_values().then(|| argument.get_possible_values());
        let unnamed = values.into_iter().flatten().filter(|value| !text.contains(value.get_name()));
        missing.extend(unnamed.map(|value| format!("{message}.{id} without {}", value.get_name())));
    }
    for below in command.get_subcommands() {
        missing.extend(unworded(below, &format!("{message}-{}", below.get_name()), messages));
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::LANGUAGES;

    fn typed(words: &str) -> Vec<OsString> {
        words.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn every_command_and_option_is_explained_in_every_language_with_its_values() {
        for language in LANGUAGES {
            let messages = Messages::new(language);
            let missing = unworded(&command(&messages), GLOBAL, &messages);
            assert!(missing.is_empty(), "{}: {missing:#?}", language.id);
        }
    }

    #[test]
    fn complaints_are_made_in_the_language_asked_for() {
        for (words, expected) in [
            ("weibao --lang zh chekc", "没有名为“chekc”的命令\n您是不是要输入“check”？"),
            (
                "weibao check --lang=en --fromat json",
                "there is no option “--fromat”\ndid you mean “--format”?",
            ),
            ("weibao --lang zh list", "缺少参数：<WHAT>"),
            (
                "weibao --lang zh list clause",
                "“clause”不能用于<WHAT>，可用：checks reports clauses kinds",
            ),
            (
                "weibao --lang zh check --as-of 2026-13-01",
                "“2026-13-01”不能用于--as-of <DATE>：2026-09-30",
            ),
            (
                "weibao --lang zh probe disk --timeout 700",
                "“700”不能用于--timeout <SECONDS>：1–600",
            ),
            ("weibao --lang zh serve --port x", "“x”不能用于--port <PORT>，应为整数"),
        ] {
            let refused = parse(typed(words)).unwrap_err();
            assert!(refused.text.starts_with(expected), "{words}: {}", refused.text);
            assert!(!refused.asked_for);
        }
    }

    #[test]
    fn help_is_in_one_language() {
        let refused = parse(typed("weibao --lang zh check --help")).unwrap_err();
        assert!(refused.asked_for);
        for english in ["Usage", "Options", "Arguments", "possible", "default", "Print"] {
            assert!(!refused.text.contains(english), "{english}: {}", refused.text);
        }
    }
}
