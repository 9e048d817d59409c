//! `weibao schema`: the form of every record kind, for editors and other tools.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Map, Value};

use super::Exit;
use super::arguments::SchemaOptions;
use super::surroundings::{Surroundings, print, print_error};
use crate::model::{KINDS, Kind};

/// Prints schemas, or writes one file a kind.
pub(super) fn run(options: &SchemaOptions, surroundings: &Surroundings) -> Exit {
    if let Some(word) = options.kind.as_ref().filter(|word| Kind::find(word).is_none()) {
        surroundings.say("unknown-kind", &[("word", word.clone().into())]);
        return Exit::Failure;
    }
    let wanted = KINDS.iter().filter(|kind| options.kind.as_ref().is_none_or(|word| kind.id == word));
    let done = match &options.write {
        Some(folder) => write(folder, wanted),
        None => {
            let schemas = wanted.filter_map(|kind| Some((kind.id, kind.file_schema()?)));
            let schemas: Vec<_> = schemas.collect();
            print(|out| writeln!(out, "{:#}", document(schemas)))
        }
    };
    match done {
        Ok(()) => Exit::Clean,
        Err(error) => {
            print_error(&error.to_string());
            Exit::Failure
        }
    }
}

/// One schema as it is; several as one object by kind.
fn document(mut schemas: Vec<(&'static str, Value)>) -> Value {
    if schemas.len() == 1
        && let Some((_, schema)) = schemas.pop()
    {
        return schema;
    }
    schemas.into_iter().map(|(id, schema)| (id.to_owned(), schema)).collect::<Map<_, _>>().into()
}

fn write<'k>(folder: &Path, kinds: impl Iterator<Item = &'k Kind>) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in kinds.filter_map(Kind::schema_file) {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}
