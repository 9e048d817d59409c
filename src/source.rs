//! File texts and places in them.
//!
//! In: file paths and bytes. Out: `FileId`s, and for a symbolic [`Location`] the exact span of text it means.
//! A room of its own because records and diagnostics name places symbolically (file and path of keys, or row and
//! column), so no model type carries positions; only printing a diagnostic needs the text again.
//!
//! As the lowest room it also holds what every room must do alike with a text: how moments and
//! lengths of time are written, how wide a text is, which characters cannot be seen, which numbers
//! belong to people.

mod decode;
mod ending;
mod files;
mod locate;
mod located;
mod location;
mod markdown;
mod person_number;
mod shown;
mod table;
mod text;
mod time;
mod tree;
mod workbook;

pub use decode::{DecodeFault, Encoding, decode, decode_leniently};
pub use ending::{Exhibited, ending};
pub use files::{FileId, Files};
pub use locate::Locator;
pub use located::{Excerpt, Located};
pub use location::{Key, Location, LocationKind};
pub use markdown::{BODY_KEY, NoFront, Parts, parse_front};
pub use person_number::{PersonNumber, PersonNumberKind, masked, person_numbers};
pub use shown::{
    first_columns, is_invisible, is_variation_selector, last_columns, width, width_in_chinese_font,
};
pub use table::{MOST_LINES, csv_line, fields};
pub use text::Text;
pub use time::{TimeUnit, minute_text, moment_text, second_text, time_text, time_units};
pub use tree::{Name, Node, Tree, TreeFault, TreeFaultKind, parse_tree};
pub use workbook::{
    Flaw, MOST_CELLS, MOST_COLUMNS, MOST_MERGED, MOST_ROWS, MOST_TEXT, MOST_UNPACKED_BYTES,
    MOST_WORKBOOK_BYTES, Sheet, SheetRow, Workbook, WorkbookFault, cell_name,
};
