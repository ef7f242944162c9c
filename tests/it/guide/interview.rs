//! The interview: the rules as a table, and wishes that do not go together.

use std::collections::HashSet;

use certwright::core::csr::key_choice::{Curve, NewKey};
use certwright::core::guide::interview::{
    Address, Clients, Control, Haste, Interview, Names, Owner, Question, Sm,
};
use certwright::core::guide::{Advice, Conflict, Kind, Level, Method, Reason, advise};
use certwright::text::{Lang, guide as words};

use crate::words::check_chinese;

fn advice(change: impl FnOnce(&mut Interview)) -> Advice {
    let mut asked = Interview::default();
    change(&mut asked);
    advise(&asked)
}

#[test]
fn level_follows_the_owner() {
    for (owner, level) in [
        (Owner::Person, Level::Dv),
        (Owner::Company, Level::Ov),
        (Owner::Finance, Level::Ev),
    ] {
        assert_eq!(advice(|asked| asked.owner = owner).level, level);
    }
}

#[test]
fn kind_follows_the_names_and_an_address_makes_several() {
    for (names, address, kind) in [
        (Names::One, Address::None, Kind::Single),
        (Names::One, Address::Public, Kind::MultiDomain),
        (Names::One, Address::Private, Kind::Single),
        (Names::Several, Address::None, Kind::MultiDomain),
        (Names::Wildcard, Address::None, Kind::Wildcard),
        (Names::Wildcards, Address::Public, Kind::MultiWildcard),
    ] {
        let advice = advice(|asked| (asked.names, asked.address) = (names, address));
        assert_eq!(advice.kind, kind);
        assert_eq!(advice.holds_address, address == Address::Public);
    }
}

#[test]
fn key_follows_the_clients_and_sm() {
    let p256 = NewKey::Ec(Curve::P256);
    for (clients, sm, keys) in [
        (Clients::Browsers, Sm::None, vec![p256]),
        (Clients::App, Sm::None, vec![p256]),
        (Clients::Old, Sm::None, vec![NewKey::Rsa2048]),
        (
            Clients::AppAndOld,
            Sm::Besides,
            vec![NewKey::Rsa2048, NewKey::Sm2],
        ),
        (Clients::Browsers, Sm::Besides, vec![p256, NewKey::Sm2]),
        (Clients::Browsers, Sm::Only, vec![NewKey::Sm2]),
    ] {
        let advice = advice(|asked| (asked.clients, asked.sm) = (clients, sm));
        assert_eq!(advice.keys, keys);
    }
}

#[test]
fn proof_follows_what_can_be_changed() {
    for (control, names, address, methods) in [
        (Control::Both, Names::One, Address::None, vec![Method::Dns]),
        (
            Control::Server,
            Names::Several,
            Address::None,
            vec![Method::File],
        ),
        (
            Control::Neither,
            Names::One,
            Address::None,
            vec![Method::Mail],
        ),
        (
            Control::Server,
            Names::Wildcard,
            Address::None,
            vec![Method::Dns],
        ),
        (
            Control::Both,
            Names::One,
            Address::Public,
            vec![Method::Dns, Method::File],
        ),
        (
            Control::Server,
            Names::One,
            Address::Public,
            vec![Method::File],
        ),
    ] {
        let advice = advice(|asked| {
            (asked.control, asked.names, asked.address) = (control, names, address);
        });
        assert_eq!(advice.methods, methods);
    }
}

#[test]
fn wishes_that_do_not_go_together_are_named() {
    type Change = fn(&mut Interview);
    let cases: [(Change, Conflict); 9] = [
        (
            |asked| (asked.owner, asked.clients) = (Owner::Person, Clients::App),
            Conflict::PersonHasNoOrganization,
        ),
        (
            |asked| (asked.names, asked.control) = (Names::Wildcard, Control::Server),
            Conflict::WildcardNeedsDns,
        ),
        (
            |asked| asked.address = Address::Private,
            Conflict::PrivateAddress,
        ),
        (|asked| asked.sm = Sm::Only, Conflict::SmKeepsBrowsersOut),
        (
            |asked| (asked.owner, asked.names) = (Owner::Finance, Names::Wildcards),
            Conflict::ExtendedHoldsNoWildcard,
        ),
        (
            |asked| (asked.owner, asked.address) = (Owner::Finance, Address::Public),
            Conflict::ExtendedHoldsNoAddress,
        ),
        (
            |asked| (asked.address, asked.control) = (Address::Public, Control::Dns),
            Conflict::AddressNeedsServer,
        ),
        (
            |asked| asked.control = Control::Neither,
            Conflict::NothingToProveWith,
        ),
        (
            |asked| asked.haste = Haste::Today,
            Conflict::TooSoonForLevel,
        ),
    ];
    for (change, conflict) in cases {
        assert_eq!(advice(change).conflicts, [conflict]);
    }
    assert!(advise(&Interview::default()).conflicts.is_empty());
}

#[test]
fn what_is_advised_can_always_be_ordered() {
    for advice in every_advice() {
        let has_wildcard = matches!(advice.kind, Kind::Wildcard | Kind::MultiWildcard);
        assert!(!(advice.level == Level::Ev && (has_wildcard || advice.holds_address)));
        assert!(!has_wildcard || advice.methods.contains(&Method::Dns));
        assert!(!advice.holds_address || advice.methods.contains(&Method::File));
        assert!(!advice.keys.is_empty() && !advice.reasons.is_empty());
    }
}

fn every_advice() -> Vec<Advice> {
    let mut all = vec![Interview::default()];
    for question in Question::ALL {
        let before = std::mem::take(&mut all);
        for asked in before {
            for reply in question.replies() {
                let mut asked = asked;
                asked.take(reply);
                assert_eq!(asked.reply(question), reply);
                all.push(asked);
            }
        }
    }
    assert_eq!(all.len(), 3 * 4 * 3 * 4 * 3 * 4 * 3);
    all.iter().map(advise).collect()
}

#[test]
fn questions_options_reasons_and_conflicts_have_words_in_both_languages() {
    let mut said: HashSet<[&str; 2]> = HashSet::new();
    fn both(say: impl Fn(Lang) -> &'static str) -> [&'static str; 2] {
        [say(Lang::En), say(Lang::Zh)]
    }
    let mut reasons: HashSet<Reason> = HashSet::new();
    let mut conflicts: HashSet<Conflict> = HashSet::new();
    for advice in every_advice() {
        reasons.extend(&advice.reasons);
        conflicts.extend(&advice.conflicts);
        said.insert(both(|lang| words::level(lang, advice.level)));
        said.insert(both(|lang| words::time(lang, advice.level)));
        said.insert(both(|lang| {
            words::kind(lang, advice.kind, advice.holds_address)
        }));
        said.extend(
            advice
                .methods
                .iter()
                .map(|one| both(|lang| words::method(lang, *one))),
        );
    }
    assert_eq!((reasons.len(), conflicts.len()), (16, 9));
    said.extend(
        reasons
            .iter()
            .map(|one| both(|lang| words::reason(lang, *one))),
    );
    said.extend(
        conflicts
            .iter()
            .map(|one| both(|lang| words::conflict(lang, *one))),
    );
    for question in Question::ALL {
        said.insert(both(|lang| words::question(lang, question)));
        said.insert(both(|lang| words::hint(lang, question)));
        let replies = question.replies();
        said.extend(
            replies
                .iter()
                .map(|one| both(|lang| words::option(lang, *one))),
        );
    }
    let mut faults = Vec::new();
    for [en, zh] in said {
        check_chinese(en, zh, &mut faults);
        if en == zh || en.ends_with('.') || zh.ends_with('。') {
            faults.push(format!("{en} = {zh}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
