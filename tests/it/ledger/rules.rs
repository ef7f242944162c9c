//! What holds of every ledger, told to the database and to the one in memory.

use certwright::core::artifact::Fingerprint;
use certwright::core::env::Ledger;
use certwright::core::env::memory::MemoryLedger;
use certwright::core::ledger::{Entry, EntryId, Kept, LedgerFault, NewEntry, Origin, Role, Search};
use certwright::core::time::Moment;
use certwright::text::number::colon_hex;

use super::{entry, world};

fn with_each(check: impl Fn(&dyn Ledger)) {
    check(&MemoryLedger::default());
    let (_folder, world) = world();
    check(world.env().ledger);
}

fn found(ledger: &dyn Ledger, words: &str) -> Vec<i64> {
    let wanted = Search {
        words: words.to_owned(),
        limit: 0,
    };
    let found = ledger.search(&wanted).expect("an answer");
    found.iter().map(|entry| entry.id.0).collect()
}

fn all(ledger: &dyn Ledger) -> Vec<Entry> {
    ledger.search(&Search::default()).expect("an answer")
}

#[test]
fn an_entry_comes_back_as_it_was_written() {
    with_each(|ledger| {
        let made = entry(7);
        let id = ledger.record(&made).expect("written");
        let (note, used) = (String::new(), None);
        assert_eq!(
            all(ledger),
            [Entry {
                id,
                made,
                note,
                used
            }]
        );
    });
}

#[test]
fn a_key_answers_with_all_its_requests_newest_first() {
    with_each(|ledger| {
        for number in [4, 6, 5] {
            ledger.record(&entry(number)).expect("written");
        }
        let of = ledger.of_key(&entry(4).key).expect("an answer");
        let made: Vec<&NewEntry> = of.iter().map(|entry| &entry.made).collect();
        assert_eq!(made, [&entry(5), &entry(4)]);
        let unknown = Fingerprint::of(b"nobody's");
        assert_eq!(ledger.of_key(&unknown), Ok(Vec::new()));
    });
}

#[test]
fn the_same_request_again_is_the_same_entry_with_its_new_places() {
    with_each(|ledger| {
        let first = ledger.record(&entry(1)).expect("written");
        let key = Kept {
            role: Role::Key,
            path: "/home/zoë/shop1.key".into(),
        };
        let again = NewEntry {
            origin: Origin::Made,
            at: Moment(1_900_000_000),
            kept: vec![key.clone(), entry(1).kept[0].clone()],
            ..entry(1)
        };
        assert_eq!(ledger.record(&again), Ok(first));
        // Checked once more, it stays one that was made here.
        assert_eq!(ledger.record(&entry(1)), Ok(first));
        let held = all(ledger);
        assert_eq!(held.len(), 1);
        let made = &held[0].made;
        assert_eq!(made.origin, Origin::Made);
        assert_eq!(made.at, entry(1).at, "the day it first came");
        assert_eq!(made.kept, [entry(1).kept[0].clone(), key]);
        assert_eq!(found(ledger, "ZOË"), [first.0], "the new place is found");
    });
}

#[test]
fn every_word_of_a_search_has_to_fit_whatever_its_case() {
    with_each(|ledger| {
        for number in 1..=12 {
            ledger.record(&entry(number)).expect("written");
        }
        let other = NewEntry {
            key_kind: "P-256".to_owned(),
            names: vec![
                "xn--bcher-kva.example".to_owned(),
                "100%_sure.example".to_owned(),
            ],
            subject: String::new(),
            ..entry(20)
        };
        let other_id = ledger.record(&other).expect("written").0;
        ledger.note(EntryId(3), "für die Messe").expect("noted");
        assert_eq!(found(ledger, "SHOP1.EXAMPLE"), [1]);
        assert_eq!(found(ledger, "shop1 rsa"), [12, 11, 10, 1]);
        assert_eq!(found(ledger, "shop1 p-256"), Vec::<i64>::new());
        assert_eq!(found(ledger, "STRASSE 11"), [11]);
        assert_eq!(found(ledger, "MESSE Für"), [3]);
        assert_eq!(found(ledger, "shop7.csr"), [7]);
        assert_eq!(found(ledger, "Bücher.example"), [other_id]);
        // What means something to a database means itself.
        assert_eq!(found(ledger, "100%_s"), [other_id]);
        assert_eq!(found(ledger, "%"), [other_id]);
        assert_eq!(found(ledger, "sho_1"), Vec::<i64>::new());
        assert_eq!(found(ledger, "' OR 1=1 --"), Vec::<i64>::new());
    });
}

#[test]
fn a_fingerprint_is_found_by_its_beginning_with_colons_or_without() {
    with_each(|ledger| {
        for number in 0..40 {
            ledger.record(&entry(number)).expect("written");
        }
        let key = entry(8).key.to_string();
        let begin = |text: &str, digits| text.chars().take(digits).collect::<String>();
        let colons = colon_hex(&entry(8).key.0);
        for words in [
            key.clone(),
            begin(&key, 12).to_uppercase(),
            begin(&colons, 17),
        ] {
            assert_eq!(found(ledger, &words), [10, 9], "{words}");
        }
        let middle: String = key.chars().skip(1).collect();
        assert_eq!(found(ledger, &middle), Vec::<i64>::new());
        let request = entry(8).request.to_string();
        assert_eq!(found(ledger, &begin(&request, 16)), [9]);
    });
}

#[test]
fn a_search_gives_the_newest_up_to_its_limit() {
    with_each(|ledger| {
        for number in 0..9 {
            ledger.record(&entry(number)).expect("written");
        }
        let wanted = Search {
            words: "example".to_owned(),
            limit: 3,
        };
        let found = ledger.search(&wanted).expect("an answer");
        let when: Vec<i64> = found
            .iter()
            .map(|entry| entry.made.at.0 - 1_800_000_000)
            .collect();
        assert_eq!(when, [8, 7, 6]);
    });
}

#[test]
fn notes_and_marks_change_and_go_again() {
    with_each(|ledger| {
        let id = ledger.record(&entry(1)).expect("written");
        ledger.note(id, "first").expect("noted");
        ledger.note(id, "second \u{0} ' 备注").expect("noted");
        ledger.mark_used(id, Some(Moment(5))).expect("marked");
        let held = &all(ledger)[0];
        assert_eq!(held.note, "second \u{0} ' 备注");
        assert_eq!(held.used, Some(Moment(5)));
        assert_eq!(found(ledger, "first"), Vec::<i64>::new());
        ledger.note(id, "").expect("noted");
        ledger.mark_used(id, None).expect("marked");
        let held = &all(ledger)[0];
        assert_eq!((held.note.as_str(), held.used), ("", None));
    });
}

#[test]
fn what_is_forgotten_is_gone_and_its_number_never_comes_again() {
    with_each(|ledger| {
        let first = ledger.record(&entry(0)).expect("written");
        let second = ledger.record(&entry(1)).expect("written");
        ledger.forget(second).expect("forgotten");
        assert_eq!(found(ledger, ""), [first.0]);
        let third = ledger.record(&entry(1)).expect("written");
        assert!(third > second);
        for id in [second, EntryId(999)] {
            let unknown = Err(LedgerFault::NoEntry(id));
            assert_eq!(ledger.forget(id), unknown);
            assert_eq!(ledger.note(id, "x"), unknown);
            assert_eq!(ledger.mark_used(id, Some(Moment(1))), unknown);
        }
        assert_eq!(all(ledger).len(), 2);
    });
}

#[test]
fn hostile_text_and_paths_come_back_unchanged() {
    with_each(|ledger| {
        let mut hostile = NewEntry {
            subject: "CN=\u{202E}moc.live\u{0}'; DROP TABLE requests; --".to_owned(),
            names: vec![String::new(), "\u{0}".to_owned(), "一".repeat(10_000)],
            ..entry(3)
        };
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStringExt;
            let name = std::ffi::OsString::from_vec(b"/tmp/caf\xe9\n.key".to_vec());
            hostile.kept.push(Kept {
                role: Role::Key,
                path: name.into(),
            });
        }
        hostile.kept.push(Kept {
            role: Role::Certificate,
            path: "/证书/shop;C:\\.cer".into(),
        });
        ledger.record(&hostile).expect("written");
        assert_eq!(all(ledger)[0].made, hostile);
        // And once more the same is nothing new.
        ledger.record(&hostile).expect("written");
        assert_eq!(all(ledger)[0].made, hostile);
    });
}
