//! Enums whose variants have names for people and for machines.
//!
//! In: a list of variants, each with its labels. Out: the enum, the list of all variants, and a method for each label. A room
//! of its own because rooms that do not know each other have such enums. One macro declares all of it, so that no variant can
//! lack a label or be missing from the list.

/// Declares an enum with labels:
/// `pub enum State { Done { word: "已履行", id: "done" }, … } /// The word. word, /// The id. id`.
macro_rules! labels {
    (
        $(#[$meta:meta])* $vis:vis enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident { $($label:ident: $text:literal),+ },)+
        }
        $($(#[$doc:meta])* $method:ident),+
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl $name {
            /// All variants in order of declaration.
            #[allow(dead_code, reason = "not every list is walked")]
            $vis const ALL: &[Self] = &[$(Self::$variant,)+];
        }

        const _: () = {
            struct Labels { $($method: &'static str,)+ }

            impl $name {
                const fn labels(self) -> Labels {
                    match self { $(Self::$variant => Labels { $($label: $text,)+ },)+ }
                }

                $($(#[$doc])* $vis const fn $method(self) -> &'static str {
                    self.labels().$method
                })+
            }
        };
    };
}

pub(crate) use labels;

#[cfg(test)]
mod tests {

    labels! {
        /// Two of them.
        enum Sample {
            /// The one.
            One { word: "一", id: "one" },
            /// The other.
            Other { id: "other", word: "另一" },
        }
        /// The word.
        word,
        /// The id.
        id
    }

    #[test]
    fn every_variant_has_its_labels() {
        let labels: Vec<_> = Sample::ALL.iter().map(|one| (one.word(), one.id())).collect();
        assert_eq!(labels, [("一", "one"), ("另一", "other")]);
    }
}
