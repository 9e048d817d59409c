//! All texts that weibao prints, in every language.
//!
//! In: the name of a message, its placeholders and a [`Language`]. Out: the text. The texts are in one Fluent file for each
//! language under `templates/lang/`, compiled in; a test checks that all files have the same messages.

use chrono::Duration;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::source::{TimeUnit, time_units};

/// The value of a placeholder.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A count.
    Number(i64),
    /// A duration in seconds, printed in words: 41分12秒.
    Duration(i64),
    /// The text of another message, given by its name.
    Message(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Value {
    fn from(count: i64) -> Self {
        Self::Number(count)
    }
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<Duration> for Value {
    fn from(length: Duration) -> Self {
        Self::Duration(length.num_seconds())
    }
}

/// A language that weibao prints.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    /// Its id on the command line.
    pub id: &'static str,
    /// Its name in the language itself.
    pub title: &'static str,
    /// Its texts in Fluent syntax.
    pub source: &'static str,
}

/// Every language; the first is the default.
pub const LANGUAGES: &[Language] = &[
    Language { id: "zh", title: "中文", source: include_str!("../templates/lang/zh.ftl") },
    Language { id: "en", title: "English", source: include_str!("../templates/lang/en.ftl") },
];

impl Language {
    /// Finds a language by its id or by a locale such as `zh_CN.UTF-8`.
    pub fn find(locale: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| {
            locale
                .strip_prefix(language.id)
                .is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_alphanumeric()))
        })
    }
}

/// The texts of one language, parsed and ready to be formatted.
pub(crate) struct Messages {
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// Parses the texts of a language. A syntax error loses its own message only, and a test forbids that.
    pub(crate) fn new(language: &Language) -> Self {
        let locale: LanguageIdentifier = language.id.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(language.source.to_owned())
            .unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// The text of a message, or the name if there is no such message.
    pub(crate) fn text(&self, id: &str, args: &[(&'static str, Value)]) -> String {
        self.find(id, None, args).unwrap_or_else(|| id.to_owned())
    }

    /// The text of a message's attribute, if it has one.
    pub(crate) fn attribute(
        &self,
        id: &str,
        name: &str,
        args: &[(&'static str, Value)],
    ) -> Option<String> {
        self.find(id, Some(name), args)
    }

    fn find(
        &self,
        id: &str,
        attribute: Option<&str>,
        args: &[(&'static str, Value)],
    ) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(*name, self.fluent_value(value));
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&fluent), &mut errors);
        Some(text.into_owned())
    }

    fn fluent_value(&self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Text(text) => FluentValue::from(text.clone()),
            Value::Number(number) => FluentValue::from(*number),
            Value::Duration(seconds) => FluentValue::from(self.duration(*seconds)),
            Value::Message(id) => FluentValue::from(self.text(id, &[])),
        }
    }

    /// A duration in words; units with a count of zero are left out.
    pub(crate) fn duration(&self, seconds: i64) -> String {
        let parts = time_units(seconds).into_iter().map(|(count, unit)| {
            let id = match unit {
                TimeUnit::Day => "duration-days",
                TimeUnit::Hour => "duration-hours",
                TimeUnit::Minute => "duration-minutes",
                TimeUnit::Second => "duration-seconds",
            };
            self.text(id, &[("count", Value::Number(count))])
        });
        let stated: Vec<_> = parts.collect();
        stated.join(&self.text("duration-between", &[]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_told_in_every_language() {
        let messages: Vec<_> = LANGUAGES.iter().map(Messages::new).collect();
        for (seconds, chinese, english) in [
            (0, "0秒", "0 s"),
            (2472, "41分12秒", "41 min 12 s"),
            (3600, "1小时", "1 h"),
            (86_400 + 60, "24小时1分", "24 h 1 min"),
            (300_000, "3天11小时20分", "3 days 11 h 20 min"),
        ] {
            let stated: Vec<_> =
                messages.iter().map(|messages| messages.duration(seconds)).collect();
            assert_eq!(stated, [chinese, english]);
        }
    }
}
