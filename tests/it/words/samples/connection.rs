//! Samples of facts about connections to a server.

use certwright::core::finding::{ConnectionFact, Fact};
use certwright::core::tls::{Alert, NoHandshake, Suite, Version};

pub fn facts(name: &str) -> Vec<Fact> {
    let facts = refused_connections(name).into_iter();
    let facts = facts.chain(no_handshakes(name)).chain(handshakes(name));
    facts.chain(here(name)).map(Fact::from).collect()
}

fn address() -> String {
    "192.0.2.10:443".to_owned()
}

fn refused_connections(name: &str) -> Vec<ConnectionFact> {
    let both = [false, true].into_iter();
    let mut facts: Vec<ConnectionFact> = both
        .flat_map(|is_own| {
            [
                ConnectionFact::PortRefused {
                    name: name.to_owned(),
                    address: address(),
                    is_own,
                },
                ConnectionFact::PortFiltered {
                    name: name.to_owned(),
                    address: address(),
                    waited_ms: 5000,
                    is_own,
                },
            ]
        })
        .collect();
    facts.push(ConnectionFact::PortUnreachable {
        name: name.to_owned(),
        address: "[2001:db8::10]:443".to_owned(),
        detail: "Network is unreachable (os error 101)".to_owned(),
    });
    facts
}

/// Every reason.
pub fn reasons(line: &str) -> Vec<NoHandshake> {
    let alert = |code, is_after| NoHandshake::Alert {
        alert: Alert {
            is_fatal: true,
            code,
        },
        is_after,
    };
    vec![
        NoHandshake::PlainHttp {
            line: line.to_owned(),
        },
        NoHandshake::OtherProtocol {
            start: line.to_owned(),
        },
        NoHandshake::StartTlsRefused {
            line: line.to_owned(),
        },
        NoHandshake::StartTlsRefused {
            line: "RDP_NEG_FAILURE 3 SSL_CERT_NOT_ON_SERVER".to_owned(),
        },
        alert(40, false),
        alert(70, false),
        alert(80, false),
        alert(112, false),
        alert(116, true),
        alert(120, false),
        alert(99, true),
        NoHandshake::Closed,
        NoHandshake::Reset,
        NoHandshake::Silent { ms: 5000 },
        NoHandshake::Broken {
            detail: line.to_owned(),
        },
        NoHandshake::TooMuch { limit: 1 << 20 },
    ]
}

fn no_handshakes(name: &str) -> Vec<ConnectionFact> {
    let fact = |why| ConnectionFact::NoHandshake {
        name: name.to_owned(),
        address: address(),
        why,
    };
    reasons(name).into_iter().map(fact).collect()
}

fn handshakes(name: &str) -> Vec<ConnectionFact> {
    let refusals = [None, Some(NoHandshake::Closed)];
    let mut facts: Vec<ConnectionFact> = refusals
        .into_iter()
        .map(|refusal| ConnectionFact::ClientCertificate {
            name: name.to_owned(),
            address: address(),
            refusal,
        })
        .collect();
    facts.extend([
        ConnectionFact::OldClientOnly {
            name: name.to_owned(),
            address: address(),
            version: Version::Tls10,
            suite: Suite(0x002F),
        },
        ConnectionFact::AnswersOnce {
            name: name.to_owned(),
            address: address(),
        },
        ConnectionFact::Unequal {
            name: name.to_owned(),
            answering: vec![address()],
            failing: vec!["[2001:db8::10]:443".to_owned()],
        },
    ]);
    facts
}

fn here(name: &str) -> Vec<ConnectionFact> {
    let programs = [None, Some(name.to_owned())];
    let mut facts = vec![ConnectionFact::ListenerMissing { port: 443 }];
    for program in programs {
        facts.push(ConnectionFact::ListenerElsewhere {
            address: address(),
            listening: vec!["127.0.0.1:443".to_owned()],
            program: program.clone(),
        });
        facts.push(ConnectionFact::ListenerBlocked { port: 443, program });
    }
    facts
}
