//! The catalogue: what each id means and what to do in general, whatever the evidence. One table per
//! area; that no id is left out is proven when the program is built.

use crate::core::finding::Id;
use crate::text::Lang;

/// The entries of one area as a function from id to words.
macro_rules! entries {
    ($($id:ident { $en_title:literal, $en_remedy:literal; $zh_title:literal, $zh_remedy:literal })*) => {
        pub(super) const fn entry(id: Id) -> Option<Entry> {
            match id {
                $(Id::$id => Some(Entry {
                    en: About { title: $en_title, remedy: $en_remedy },
                    zh: About { title: $zh_title, remedy: $zh_remedy },
                }),)*
                _ => None,
            }
        }
    };
}

mod caa;
mod chain;
mod connection;
mod dns;
mod file;
mod iis;
mod name;
mod page;
mod record;
mod request;
mod rule;
mod scan;
mod served;
mod tls;
mod webfile;

/// What an id means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The fault in a few words.
    pub title: &'static str,
    /// What to do in general.
    pub remedy: &'static str,
}

/// What an id means in both languages.
#[derive(Clone, Copy)]
struct Entry {
    en: About,
    zh: About,
}

/// Stands for an id without an entry, of which there is none: see the proof below.
const NOTHING: Entry = {
    let about = About {
        title: "",
        remedy: "",
    };
    Entry {
        en: about,
        zh: about,
    }
};

/// What an id means, in words.
pub fn about(lang: Lang, id: Id) -> About {
    let entry = entry(id).unwrap_or(NOTHING);
    lang.pick(entry.en, entry.zh)
}

const fn entry(id: Id) -> Option<Entry> {
    let mut rest: &[Option<Entry>] = &[
        chain::entry(id),
        webfile::entry(id),
        record::entry(id),
        caa::entry(id),
        connection::entry(id),
        served::entry(id),
        tls::entry(id),
        scan::entry(id),
        page::entry(id),
        dns::entry(id),
        file::entry(id),
        iis::entry(id),
        name::entry(id),
        request::entry(id),
        rule::entry(id),
    ];
    let mut found = None;
    while let Some((one, others)) = rest.split_first() {
        match (one, found) {
            (Some(_), Some(_)) => return None,
            (Some(entry), None) => found = Some(*entry),
            (None, _) => {}
        }
        rest = others;
    }
    found
}

// The proof: each id has an entry in one table and in one alone, or this does not compile.
const _: () = {
    let mut rest = Id::ALL;
    while let Some((id, others)) = rest.split_first() {
        assert!(entry(*id).is_some(), "an id has no words, or words twice");
        rest = others;
    }
};
