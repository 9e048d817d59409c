//! Appends rows to an existing file.
//!
//! In: rows and a path. Out: the file with complete lines added, or unchanged. A scheduled probe writes to the same file for
//! months: two runs at once, a full disk or a file in another format must not damage existing rows.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::Failed;
use crate::model::PROBE_HEADER as HEADER;

/// Mark that Excel writes before the first character.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// Number of bytes read from the end of a file: enough to detect its encoding.
const TAIL: u64 = 64 << 10;

/// Appends rows in a single write; a file that is new or empty gets the header first.
///
/// # Errors
/// [`Failed`] if the file has another header or encoding, or cannot be written; the file is then unchanged.
pub(crate) fn append(path: &Path, rows: &str) -> Result<(), Failed> {
    let failed = |error: io::Error| {
        Failed::failure("output-failed").arg("path", path.display()).arg("reason", error)
    };
    let mut file =
        OpenOptions::new().read(true).append(true).create(true).open(path).map_err(failed)?;
    hold(&file).map_err(failed)?;
    let before = file.metadata().map_err(failed)?.len();
    let start = match before {
        0 => format!("{HEADER}\n"),
        _ => start(&mut file, before)
            .map_err(failed)?
            .map_err(|id| Failed::failure(id).arg("path", path.display()))?,
    };
    let written =
        file.write_all(format!("{start}{rows}").as_bytes()).and_then(|()| file.sync_data());
    if let Err(error) = written {
        // A partial row would be reported as an error for ever.
        let _ = file.set_len(before);
        return Err(failed(error));
    }
    Ok(())
}

/// Takes a lock, so that two runs at once write one after the other.
fn hold(file: &File) -> io::Result<()> {
    match file.lock() {
        // Some network folders do not support locks; there, the single write must suffice.
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
        _ => Ok(()),
    }
}

/// A line end if the last line lacks one, or what is wrong with the file.
fn start(file: &mut File, length: u64) -> io::Result<Result<String, &'static str>> {
    let mut head = vec![0; BYTE_ORDER_MARK.len() + HEADER.len() + 2];
    let read = read_up_to(file, &mut head)?;
    head.truncate(read);
    let body = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&head);
    let is_ours = body.strip_prefix(HEADER.as_bytes()).is_some_and(|rest| {
        rest.is_empty() || rest.starts_with(b"\n") || rest.starts_with(b"\r\n")
    });
    if !is_ours {
        return Ok(Err("probe-other-header"));
    }
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
    let mut tail = Vec::new();
    file.take(TAIL).read_to_end(&mut tail)?;
    // The piece may begin inside a multi-byte character.
    let whole = tail
        .iter()
        .position(|byte| *byte == b'\n')
        .and_then(|end| tail.get(end..))
        .unwrap_or(&tail);
    if std::str::from_utf8(whole).is_err() {
        return Ok(Err("probe-other-encoding"));
    }
    Ok(Ok(if tail.ends_with(b"\n") { String::new() } else { "\n".to_owned() }))
}

fn read_up_to(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            count => filled += count,
        }
    }
    Ok(filled)
}
