//! What follows from the interview: level, kind, key, how control is proven, how long it takes, and why.
//! Levels and times are one vendor's advice of 2024; what a kind may hold is the CA/Browser Forum's.

use serde::Serialize;

use super::interview::{Address, Control, Haste, Interview, Names, Owner, Sm};
use crate::core::csr::key_choice::{Curve, NewKey};

/// How much of the owner is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Control of the domain alone.
    Dv,
    /// The organisation besides.
    Ov,
    /// The organisation by stricter rules (CA/B EV Guidelines).
    Ev,
}

/// What kind of names a certificate holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Several plain names.
    MultiDomain,
    /// Several wildcard names.
    MultiWildcard,
    /// One plain name.
    Single,
    /// One wildcard name.
    Wildcard,
}

/// How control of the names is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// A TXT or CNAME record (CA/B BR 3.2.2.4.7).
    Dns,
    /// A file on the web server (CA/B BR 3.2.2.4.18, RFC 8555 section 8.3).
    File,
    /// A mail to an address that the CA puts together (CA/B BR 3.2.2.4.4).
    Mail,
}

/// Why the advice is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// An app on telephones: OV or better.
    AppWantsOrganization,
    /// A registered company: OV or better.
    CompanyCanProveItself,
    /// DNS validation needs no running server and serves every name.
    DnsServesAll,
    /// Elliptic curves are faster and smaller.
    EllipticIsFaster,
    /// Each name of the order needs its own file.
    FilePerName,
    /// Finance and payment: EV.
    FinanceWantsExtended,
    /// The address is proven by a file on the server that answers there.
    FileForAddress,
    /// A mail is the way left; CAs give it up.
    MailIsLeft,
    /// Old clients know RSA, and need the longer chain.
    OldClientsWantRsa,
    /// One name covers itself alone.
    OneNameAlone,
    /// A person proves control of the domain and nothing else.
    PersonProvesDomain,
    /// Some CAs issue for public addresses.
    PublicAddressAtSome,
    /// Several names stand in one certificate.
    SeveralInOne,
    /// SM for those who ask for it, another certificate for browsers.
    SmInTwo,
    /// A `*` covers one level.
    WildcardOneLevel,
    /// Only DNS proves a wildcard.
    WildcardByDns,
}

/// Wishes that do not go together, and what does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conflict {
    /// EV certificates hold no IP address (CA/B EV Guidelines).
    ExtendedHoldsNoAddress,
    /// EV certificates hold no `*` (CA/B EV Guidelines).
    ExtendedHoldsNoWildcard,
    /// The address can only be proven on the server.
    AddressNeedsServer,
    /// Nothing of the domain can be changed.
    NothingToProveWith,
    /// An app wants OV, which a person cannot have.
    PersonHasNoOrganization,
    /// No public CA issues for a private address (CA/B BR 4.2.2).
    PrivateAddress,
    /// SM alone keeps today's browsers out.
    SmKeepsBrowsersOut,
    /// The level takes longer than there is time.
    TooSoonForLevel,
    /// A wildcard cannot be proven by a file (CA/B BR 3.2.2.4.18).
    WildcardNeedsDns,
}

/// What follows from the interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// How much is checked.
    pub level: Level,
    /// What kind of names.
    pub kind: Kind,
    /// Whether an IP address stands beside the names.
    pub holds_address: bool,
    /// The key; one certificate for each.
    pub keys: Vec<NewKey>,
    /// How control is proven, the best way first.
    pub methods: Vec<Method>,
    /// Wishes that do not go together; the rest of the advice is what does.
    pub conflicts: Vec<Conflict>,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Advice {
    fn because(&mut self, reason: Reason) {
        self.reasons.push(reason);
    }

    fn against(&mut self, conflict: Conflict) {
        self.conflicts.push(conflict);
    }
}

/// What follows from the answers.
pub fn advise(asked: &Interview) -> Advice {
    let mut advice = Advice {
        level: Level::Dv,
        kind: kind(asked),
        holds_address: asked.address == Address::Public,
        keys: Vec::new(),
        methods: Vec::new(),
        conflicts: Vec::new(),
        reasons: Vec::new(),
    };
    level(asked, &mut advice);
    names(asked, &mut advice);
    address(asked, &mut advice);
    key(asked, &mut advice);
    control(asked, &mut advice);
    haste(asked, &mut advice);
    advice
}

const fn kind(asked: &Interview) -> Kind {
    match asked.names {
        Names::One if matches!(asked.address, Address::Public) => Kind::MultiDomain,
        Names::One => Kind::Single,
        Names::Several => Kind::MultiDomain,
        Names::Wildcard => Kind::Wildcard,
        Names::Wildcards => Kind::MultiWildcard,
    }
}

fn level(asked: &Interview, advice: &mut Advice) {
    let (level, reason) = match asked.owner {
        Owner::Company => (Level::Ov, Reason::CompanyCanProveItself),
        Owner::Finance => (Level::Ev, Reason::FinanceWantsExtended),
        Owner::Person => (Level::Dv, Reason::PersonProvesDomain),
    };
    advice.level = level;
    advice.because(reason);
    if asked.has_app() {
        match asked.owner {
            Owner::Person => advice.against(Conflict::PersonHasNoOrganization),
            Owner::Company | Owner::Finance => advice.because(Reason::AppWantsOrganization),
        }
    }
    if advice.level == Level::Ev && asked.has_wildcard() {
        advice.level = Level::Ov;
        advice.against(Conflict::ExtendedHoldsNoWildcard);
    }
    if asked.owner == Owner::Finance && advice.holds_address {
        advice.level = Level::Ov;
        advice.against(Conflict::ExtendedHoldsNoAddress);
    }
}

fn names(asked: &Interview, advice: &mut Advice) {
    advice.because(match asked.names {
        Names::One => Reason::OneNameAlone,
        Names::Several => Reason::SeveralInOne,
        Names::Wildcard | Names::Wildcards => Reason::WildcardOneLevel,
    });
}

fn address(asked: &Interview, advice: &mut Advice) {
    match asked.address {
        Address::None => {}
        Address::Private => advice.against(Conflict::PrivateAddress),
        Address::Public => advice.because(Reason::PublicAddressAtSome),
    }
}

fn key(asked: &Interview, advice: &mut Advice) {
    let (key, reason) = match asked.has_old_clients() {
        true => (NewKey::Rsa2048, Reason::OldClientsWantRsa),
        false => (NewKey::Ec(Curve::P256), Reason::EllipticIsFaster),
    };
    match asked.sm {
        Sm::Only => {
            advice.keys.push(NewKey::Sm2);
            advice.against(Conflict::SmKeepsBrowsersOut);
        }
        Sm::None => {
            advice.keys.push(key);
            advice.because(reason);
        }
        Sm::Besides => {
            advice.keys.extend([key, NewKey::Sm2]);
            advice.because(reason);
            advice.because(Reason::SmInTwo);
        }
    }
}

fn control(asked: &Interview, advice: &mut Advice) {
    let has_dns = matches!(asked.control, Control::Both | Control::Dns);
    let has_server = matches!(asked.control, Control::Both | Control::Server);
    if asked.has_wildcard() {
        advice.methods.push(Method::Dns);
        match has_dns {
            true => advice.because(Reason::WildcardByDns),
            false => advice.against(Conflict::WildcardNeedsDns),
        }
    } else if has_dns {
        advice.methods.push(Method::Dns);
        advice.because(Reason::DnsServesAll);
    } else if has_server {
        advice.methods.push(Method::File);
        advice.because(Reason::FilePerName);
    } else {
        advice.methods.push(Method::Mail);
        advice.because(Reason::MailIsLeft);
        advice.against(Conflict::NothingToProveWith);
    }
    if advice.holds_address {
        if !advice.methods.contains(&Method::File) {
            advice.methods.push(Method::File);
        }
        match has_server {
            true => advice.because(Reason::FileForAddress),
            false => advice.against(Conflict::AddressNeedsServer),
        }
    }
}

/// OV takes three to five business days, EV five to seven (one vendor, 2024).
fn haste(asked: &Interview, advice: &mut Advice) {
    let is_too_soon = match asked.haste {
        Haste::Today => advice.level > Level::Dv,
        Haste::Days => advice.level > Level::Ov,
        Haste::Later => false,
    };
    if is_too_soon {
        advice.against(Conflict::TooSoonForLevel);
    }
}
