//! File texts and places in them.
//!
//! In: file paths and bytes. Out: `FileId`s, and for a symbolic [`Location`] the exact span of text it means.
//! A room of its own because records and diagnostics name places symbolically (file and path of keys, or row and
//! column), so no model type carries positions; only printing a diagnostic needs the text again.

mod decode;
mod files;
mod locate;
mod located;
mod location;
mod markdown;
mod mask;
mod table;
mod text;
mod tree;
mod workbook;

pub use decode::{DecodeFault, Encoding, decode, decode_leniently};
pub use files::{FileId, Files};
pub use locate::Locator;
pub use located::{Excerpt, Located};
pub use location::{Key, Location, LocationKind};
pub use markdown::{BODY_KEY, NoFront, Parts, parse_front};
pub use mask::masked;
pub use table::{MOST_LINES, csv_line, fields};
pub use text::Text;
pub use tree::{Name, Node, Tree, TreeFault, TreeFaultKind, parse_tree};
pub use workbook::{
    Flaw, MOST_CELLS, MOST_COLUMNS, MOST_MERGED, MOST_ROWS, MOST_TEXT, MOST_UNPACKED_BYTES,
    MOST_WORKBOOK_BYTES, Sheet, SheetRow, Workbook, WorkbookFault, cell_name,
};
