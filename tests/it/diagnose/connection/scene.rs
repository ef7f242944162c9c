//! A name whose servers are all named by the user, on loopback.

use std::net::SocketAddr;
use std::sync::Arc;

use certwright::core::diagnose::{
    Check, CheckId, Diagnosis, Lane, Mark, Request, Setup, Skip, State, run,
};
use certwright::core::env::{Dialer, DnsName, Env, NoDns, Patience};
use certwright::core::finding::{Finding, Id};
use certwright::core::op::{Outcome, Report};
use certwright::core::progress::Unwatched;
use certwright::core::tls::StartTls;
use certwright::platform;
use certwright::platform::dial::Servers;

pub const NAME: &str = "www.example.com";

/// Milliseconds that a test waits.
pub const HURRY: Patience = Patience {
    connect_ms: 400,
    quiet_ms: 400,
    whole_ms: 1200,
};

/// What came of it.
pub struct Told(Arc<Diagnosis>);

/// Calls these.
pub fn look(connect: &[SocketAddr]) -> Told {
    look_with(connect, None, &Servers::hurried(HURRY))
}

/// Calls this one, changing to TLS.
pub fn look_after(connect: SocketAddr, start: StartTls) -> Told {
    look_with(&[connect], Some(start), &Servers::hurried(HURRY))
}

/// Calls these with a dialer of the test's choice.
pub fn look_with(connect: &[SocketAddr], start: Option<StartTls>, dial: &dyn Dialer) -> Told {
    let request = Request {
        lanes: vec![Lane::Connection],
        connect: connect.to_vec(),
        start,
        setup: Setup {
            with_system: false,
            ..Setup::default()
        },
        ..Request::of(vec![DnsName::parse(NAME).unwrap()])
    };
    let world = platform::World::new();
    let env = Env {
        dial,
        dns: &NoDns,
        ..world.env()
    };
    match run(&request, &env, &Unwatched) {
        Outcome::Done(Report::Diagnosis(diagnosis)) => Told(diagnosis),
        _ => panic!("no diagnosis"),
    }
}

impl Told {
    /// The check of one address.
    pub fn at(&self, address: SocketAddr) -> &Check {
        let place = address.to_string();
        let mut checks = self.0.checks.iter();
        checks
            .find(|check| check.key.id == CheckId::Connection && check.key.place == place)
            .expect("called")
    }

    /// The only finding at one address.
    pub fn found(&self, address: SocketAddr) -> Id {
        match self.at(address).findings.as_slice() {
            [one] => one.id(),
            other => panic!("{other:#?}"),
        }
    }

    /// The one check of a kind.
    pub fn of(&self, id: CheckId) -> &Check {
        let mut checks = self.0.checks.iter();
        checks.find(|check| check.key.id == id).expect("planned")
    }

    pub fn mark(&self, id: CheckId) -> Option<Mark> {
        self.of(id).mark()
    }

    pub fn is_skipped(&self, id: CheckId, why: Skip) -> bool {
        self.of(id).state == State::Skipped(why)
    }

    /// Findings of a check.
    pub fn ids(&self, id: CheckId) -> Vec<Id> {
        self.of(id).findings.iter().map(Finding::id).collect()
    }

    pub fn served(&self) -> usize {
        let with_name = self.0.served.iter().filter(|one| one.with_sni);
        with_name.count()
    }
}
