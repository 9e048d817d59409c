//! Templates: embedded in the program, and overridden file by file by a `templates/` folder beside
//! `data/`.
//!
//! In: the project root. Out: template texts by path, such as `pdf/document.typ`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use include_dir::{Dir, DirEntry, include_dir};

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// All template files by path below `templates/`.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Templates {
    /// The compiled-in templates.
    pub fn embedded() -> Self {
        let mut files = BTreeMap::new();
        collect(&EMBEDDED, &mut files);
        Self { files }
    }

    /// The embedded templates, overridden by the project's own.
    ///
    /// # Errors
    /// The error of the file system.
    pub fn for_project(root: &Path) -> io::Result<Self> {
        let mut templates = Self::embedded();
        let own = root.join("templates");
        for folder in ["html", "pdf", "fonts"] {
            templates.overlay(&own, folder)?;
        }
        Ok(templates)
    }

    fn overlay(&mut self, own: &Path, folder: &str) -> io::Result<()> {
        let Ok(entries) = fs::read_dir(own.join(folder)) else { return Ok(()) };
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let Some(name) = name.filter(|_| path.is_file()) else { continue };
            let key = format!("{folder}/{name}");
            // Fonts are large: one that equals the embedded one is not stored twice.
            let same_size = self.files.get(&key).map(|known| known.len() as u64)
                == Some(path.metadata()?.len());
            if folder == "fonts" && same_size {
                continue;
            }
            self.files.insert(key, Cow::Owned(fs::read(&path)?));
        }
        Ok(())
    }

    /// The bytes of a template file.
    pub fn get(&self, path: &str) -> Option<&Cow<'static, [u8]>> {
        self.files.get(path)
    }

    /// The text of a template file; empty if there is none.
    pub fn text(&self, path: &str) -> Cow<'_, str> {
        self.get(path).map_or(Cow::Borrowed(""), |bytes| String::from_utf8_lossy(bytes))
    }

    /// The files of a folder, in order of name.
    pub fn folder<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a Cow<'static, [u8]>)> {
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes));
        files.filter(move |(path, _)| {
            path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
        })
    }
}

fn collect(folder: &'static Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => collect(inner, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.insert(path, Cow::Borrowed(file.contents()));
            }
        }
    }
}
