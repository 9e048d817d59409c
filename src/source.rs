//! File texts and locations in them.
//!
//! In: file paths and bytes. Out: `FileId`s, and for a symbolic [`Location`] the exact span of
//! text. A room of its own because records and diagnostics refer to locations symbolically (file
//! and path of keys, or row and column), so no model type carries positions; the text is needed
//! again only to print a diagnostic.
//!
//! As the lowest room it also holds what all rooms must do with a text in the same way: formatting
//! moments and durations, measuring the width of a text, detecting invisible characters and
//! personal numbers.

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

pub(crate) use decode::{DecodeFault, Encoding, decode, decode_leniently};
pub(crate) use ending::{Exhibited, ending};
pub(crate) use files::FileId;
pub use files::Files;
pub use locate::Locator;
pub(crate) use located::{Excerpt, Located};
pub use location::Location;
pub(crate) use location::{Key, LocationKind};
pub(crate) use markdown::{BODY_KEY, NoFront, Parts, parse_front};
pub(crate) use person_number::{PersonNumber, PersonNumberKind, masked, person_numbers};
pub(crate) use shown::{
    first_columns, is_invisible, is_variation_selector, last_columns, width, width_in_chinese_font,
};
pub use table::fields;
pub(crate) use table::{MOST_LINES, csv_line};
pub(crate) use text::Text;
pub(crate) use time::{TimeUnit, minute_text, moment_text, second_text, time_text, time_units};
pub(crate) use tree::{Name, Tree, TreeFault, TreeFaultKind};
pub use tree::{Node, parse_tree};
pub(crate) use workbook::{
    Flaw, MOST_CELLS, MOST_MERGED, MOST_TEXT, MOST_UNPACKED_BYTES, MOST_WORKBOOK_BYTES, Sheet,
    SheetRow, WorkbookFault, cell_name,
};
pub use workbook::{MOST_COLUMNS, MOST_ROWS, Workbook};
