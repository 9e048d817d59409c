//! The macro by which every record type lists its keys.
//!
//! In: a type's keys, each with its role. Out: the list of them, and a visit that shows every
//! value. A file of its own because it joins the roles with the visit, which know nothing of one
//! another's use.

/// Lists the keys of a record type, each with its [`Role`](super::field::Role):
///
/// ```text
/// fields! { Visit as Own(id) {
///     id: Id(Target::Visit),
///     left_at: Happened => [work, result],
///     interviews: Parts(Interview::FIELDS),
/// } }
/// ```
///
/// `as Own(id)` says that the record goes by its `id`; `as Part(id)` that a part of a record goes by it there. Behind `=>`
/// stand the keys that tell of what happened ([`Field::tells`](super::field::Field::tells)).
macro_rules! fields {
    ($type:ident $(as $form:ident($by:ident))? {
        $($key:ident: $role:expr $(=> [$($told:ident),+])?,)+
    }) => {
        impl $type {
            pub(crate) const FIELDS: &'static [$crate::model::field::Field] = {
                #[allow(unused_imports, reason = "hardly a type uses every role")]
                use $crate::model::field::{Field, Role::*, Target};
                &[$(Field {
                    key: stringify!($key),
                    role: $role,
                    tells: &[$($(stringify!($told)),+)?],
                },)+]
            };
        }

        impl $crate::model::walk::Fields for $type {
            fn name(&self) -> $crate::model::walk::Name<'_> {
                $crate::model::fields::fields!(@name self $($form $by)?)
            }

            fn show<'r>(
                &'r self,
                path: $crate::model::walk::Path<'_, 'r>,
                look: &mut $crate::model::walk::Look<'_, 'r>,
            ) {
                use $crate::model::walk::Content;
                let mut fields = Self::FIELDS.iter();
                $(if let Some(field) = fields.next() {
                    self.$key.show_under(field, path.key(field.key), look);
                })+
            }
        }
    };
    (@name $self:ident) => { $crate::model::walk::Name::None };
    (@name $self:ident $form:ident $by:ident) => {
        $crate::model::walk::Name::$form($crate::model::walk::AsName::as_name(&$self.$by))
    };
}

pub(super) use fields;
