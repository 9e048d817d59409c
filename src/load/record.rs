//! One YAML file, the fast path: straight into its type.
//!
//! In: a file and its kind. Out: a record in the book, or the careful path's list of faults.

use crate::diagnostic::Diagnostics;
use crate::model::Book;
use crate::source::{DecodeFault, Files, Place, decode};

use super::careful;
use super::faults::{ENCODING, UNREADABLE_FILE};
use super::walk::Entry;

/// Reads a file into the book; false if it was left out, with its faults reported.
pub fn read(entry: &Entry, files: &Files, book: &mut Book, diagnostics: &mut Diagnostics) -> bool {
    let place = Place::file(entry.file);
    let bytes = match files.read(entry.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            diagnostics.push(UNREADABLE_FILE.at(place).arg("reason", error.to_string()));
            return false;
        }
    };
    let text = match decode(&bytes, false) {
        Ok((text, _)) => text,
        Err(fault) => {
            diagnostics.push(undecodable(place, fault));
            return false;
        }
    };
    let Some(read) = entry.kind.read else {
        return true;
    };
    let options = serde_saphyr::options! { with_snippet: false, strict_booleans: true };
    let root = Place::value(entry.file, Vec::new());
    let fast = serde_saphyr::with_deserializer_from_str_with_options(&text, options, |deserializer| {
        let mut erased = <dyn erased_serde::Deserializer<'_>>::erase(deserializer);
        read(&mut erased, root).map_err(serde::de::Error::custom)
    });
    match fast {
        Ok(shelving) => {
            shelving(book);
            true
        }
        Err(error) => {
            diagnostics.extend(careful::faults(entry, &text, &error));
            false
        }
    }
}

/// Reports the byte at which a text stops being one.
pub fn undecodable(place: Place, fault: DecodeFault) -> crate::diagnostic::Diagnostic {
    ENCODING
        .at(place)
        .arg("offset", fault.offset)
        .arg("line", fault.line)
        .arg("byte", format!("0x{:02X}", fault.byte))
}
