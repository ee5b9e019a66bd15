//! The words of closed lists, as data and outputs have them.

/// Gives each value of a closed list its word, in the order of the list.
macro_rules! words {
    ($list:ident { $($value:ident: $word:literal),+ $(,)? }) => {
        impl $list {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The word for it, as data have it.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }
        }
    };
}

pub(crate) use words;
