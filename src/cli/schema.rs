//! `weibao schema`: the schema of every record kind, for editors and other tools.

mod tables;

use serde_json::{Map, Value};

use super::Exit;
use super::environment::{Environment, print, print_error};
use super::generated;
use super::options::SchemaOptions;
use crate::model::{KINDS, Kind};

/// Prints schemas, or writes one file for each kind and the page about tables.
pub(super) fn run(options: &SchemaOptions, environment: &Environment) -> Exit {
    if let Some(word) = options.kind.as_ref().filter(|word| Kind::find(word).is_none()) {
        environment.say("unknown-kind", &[("word", word.clone().into())]);
        return Exit::Failure;
    }
    let wanted: Vec<_> = KINDS
        .iter()
        .filter(|kind| options.kind.as_ref().is_none_or(|word| kind.id == word))
        .collect();
    if let Some(folder) = &options.write {
        let page = options.kind.is_none().then(page);
        let files: Vec<_> =
            wanted.iter().filter_map(|kind| kind.schema_file()).chain(page).collect();
        return generated::write_into(folder, &files, environment);
    }
    let schemas = wanted.iter().filter_map(|kind| Some((kind.id, kind.file_schema()?))).collect();
    match print(|out| writeln!(out, "{:#}", document(schemas))) {
        Ok(()) => Exit::Clean,
        Err(error) => {
            print_error(&error.to_string());
            Exit::Failure
        }
    }
}

/// A single schema unchanged; several as one object, keyed by kind.
fn document(mut schemas: Vec<(&'static str, Value)>) -> Value {
    if schemas.len() == 1
        && let Some((_, schema)) = schemas.pop()
    {
        return schema;
    }
    schemas.into_iter().map(|(id, schema)| (id.to_owned(), schema)).collect::<Map<_, _>>().into()
}

/// The page about tables: its name and text.
pub(super) fn page() -> (String, String) {
    (tables::FILE.to_owned(), tables::page())
}
