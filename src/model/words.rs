//! Words that people choose from in records: Chinese, each with an English alias.
//!
//! In: a list of words. Out: an enum that reads either form, is always printed in Chinese, and describes itself in
//! the JSON Schema. One macro, so that no list of words is written twice.

/// Declares an enum of chosen words: `enum Verdict { Normal = "正常" | "normal", … }`.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $chinese:literal | $english:literal,)+ }) => {
        $crate::labels::labels! {
            $(#[$meta])*
            #[derive(PartialOrd, Ord, Hash)]
            pub enum $name { $($(#[$variant_meta])* $variant { word: $chinese },)+ }
            /// The word as records and reports write it.
            word
        }

        impl crate::model::walk::Content for $name {}

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();

            fn from_str(word: &str) -> Result<Self, ()> {
                match word {
                    $($chinese | $english => Ok(Self::$variant),)+
                    _ => Err(()),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                word.parse().map_err(|()| serde::de::Error::unknown_variant(&word, &[$($chinese,)+]))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$($chinese,)+ $($english,)+] })
            }
        }
    };
}

pub(crate) use words;
