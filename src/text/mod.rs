//! Every word a user reads, in English and Simplified Chinese, as typed functions over core's data.
//! Knows no window, clock or system: dates come in as moments with an offset, the language as a [`Lang`].

/// One sentence in both languages, with inline arguments: `say!(lang, "{n} files", "{n} 个文件")`.
macro_rules! say {
    ($lang:expr, $en:literal, $zh:literal $(, $arg:expr)* $(,)?) => {
        match $lang {
            $crate::text::Lang::En => format!($en $(, $arg)*),
            $crate::text::Lang::Zh => format!($zh $(, $arg)*),
        }
    };
}

/// Phrases without arguments: one function each, and `ALL` for the tests that read every one.
macro_rules! phrases {
    ($($name:ident: $en:literal, $zh:literal;)*) => {
        $(
            #[doc = $en]
            pub fn $name(lang: $crate::text::Lang) -> &'static str {
                match lang {
                    $crate::text::Lang::En => $en,
                    $crate::text::Lang::Zh => $zh,
                }
            }
        )*

        /// Every phrase of this file by its name.
        pub const ALL: &[$crate::text::Phrase] = &[$((stringify!($name), $name as fn($crate::text::Lang) -> &'static str)),*];
    };
}

pub mod bundle;
pub mod chain;
pub mod cli;
pub mod command;
pub mod convert;
pub mod csr;
pub mod diagnose;
pub mod dns;
pub mod fault;
pub mod finding;
pub mod foreign;
pub mod guide;
pub mod iis;
pub mod key;
pub mod keystore_internals;
pub mod kind;
pub mod ledger;
pub mod number;
pub mod problem;
pub mod progress;
pub mod prose;
pub mod report;
pub mod time;
pub mod trust;
pub mod usage;
pub mod web;
pub mod window;
pub mod x509;

/// A phrase and its name, as the completeness tests see it.
pub type Phrase = (&'static str, fn(Lang) -> &'static str);

/// A language that Certwright speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Zh];

    /// Reads `en` or `zh`, with any region: `zh-CN`, `en_GB.UTF-8`.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "zh" => Some(Self::Zh),
            _ => None,
        }
    }

    /// The language for a system's locale; English where it is neither.
    pub fn from_locale(locale: &str) -> Self {
        Self::parse(locale).unwrap_or_default()
    }

    /// The tag in settings and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The language's own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Zh => "简体中文",
        }
    }

    /// One of two values.
    pub fn pick<T>(self, en: T, zh: T) -> T {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn locales_of_all_systems_choose_a_language() {
        assert_eq!(Lang::from_locale("zh_CN.UTF-8"), Lang::Zh);
        assert_eq!(Lang::from_locale("zh-Hans-CN"), Lang::Zh);
        assert_eq!(Lang::from_locale("en_GB"), Lang::En);
        assert_eq!(Lang::from_locale("C"), Lang::En);
        assert_eq!(Lang::from_locale(""), Lang::En);
        assert_eq!(Lang::parse("de"), None);
    }
}
