//! What every peer makes of the files that each target gets: the outcome of every cell is written down
//! here, refusals with their reasons. An outcome that is not expected fails, a good one too.

mod material;
mod peers;

use certwright::core::convert::{Choice, Format, Target};
use certwright::core::keystore::pfx::PfxCipher;

use material::{Kind, Made};
use peers::{Answer, Peer};

/// What a peer should say: that the key opens and signs for the leaf, or a part of its refusal.
#[derive(Clone, Copy)]
enum Expected {
    Opens,
    Refuses(&'static str),
}

use Expected::{Opens, Refuses};

/// One row: a result, and what [`Peer::ALL`] say of it, in that order:
/// openssl, keytool, certtool, pk12util, Windows' function under Wine.
struct Row {
    name: &'static str,
    choice: fn() -> Choice,
    kind: Kind,
    password: &'static str,
    cells: [Expected; 5],
}

/// Wine imports RSA keys under ASCII passwords only, whoever made the file.
const ALL_BUT_WINE: [Expected; 5] = [Opens, Opens, Opens, Opens, Refuses("refused")];

/// Java takes no password beyond ASCII either.
const NOT_ASCII: [Expected; 5] = [
    Opens,
    Refuses("keystore password was incorrect"),
    Opens,
    Opens,
    Refuses("refused"),
];

const NOT_PFX: [Expected; 5] = [
    Refuses("asn1 encoding routines"),
    Opens,
    Refuses("ASN1 parser"),
    Refuses("PKCS12 decode"),
    Refuses("refused"),
];

fn with_cipher(target: Target, cipher: PfxCipher) -> Choice {
    Choice {
        format: Format::Pfx,
        cipher: Some(cipher),
        ..Choice::for_target(target)
    }
}

fn pfx(target: Target) -> Choice {
    Choice {
        format: Format::Pfx,
        ..Choice::for_target(target)
    }
}

const ROWS: &[Row] = &[
    Row {
        name: "server-2016",
        choice: || Choice::for_target(Target::Server2016),
        kind: Kind::Rsa,
        password: "Aep7heiF4u",
        cells: [Opens; 5],
    },
    Row {
        name: "server-2016, EC key",
        choice: || Choice::for_target(Target::Server2016),
        kind: Kind::Ec,
        password: "Aep7heiF4u",
        cells: ALL_BUT_WINE,
    },
    Row {
        name: "server-2019",
        choice: || Choice::for_target(Target::Server2019),
        kind: Kind::Rsa,
        password: "Aep7heiF4u",
        cells: [Opens; 5],
    },
    Row {
        name: "server-2019 with the root",
        choice: || Choice {
            with_root: true,
            ..Choice::for_target(Target::Server2019)
        },
        kind: Kind::Rsa,
        password: "Aep7heiF4u",
        cells: [Opens; 5],
    },
    Row {
        name: "server-2019, 密码",
        choice: || Choice::for_target(Target::Server2019),
        kind: Kind::Ec,
        password: "密码Ünï-2019",
        cells: NOT_ASCII,
    },
    Row {
        name: "ccs",
        choice: || Choice::for_target(Target::Ccs),
        kind: Kind::Rsa,
        password: "Aep7heiF4u",
        cells: [Opens; 5],
    },
    Row {
        name: "java",
        choice: || Choice::for_target(Target::Java),
        kind: Kind::Rsa,
        password: "Aep7heiF4u",
        cells: [Opens; 5],
    },
    Row {
        name: "java8, PKCS#12",
        choice: || pfx(Target::Java8),
        kind: Kind::Rsa,
        password: "Aep7heiF4u",
        cells: [Opens; 5],
    },
    Row {
        name: "java8, JKS",
        choice: || Choice::for_target(Target::Java8),
        kind: Kind::Rsa,
        password: "Aep7heiF4u",
        cells: NOT_PFX,
    },
    Row {
        name: "java, JCEKS",
        choice: || Choice {
            format: Format::Jceks,
            ..Choice::for_target(Target::Java)
        },
        kind: Kind::Ec,
        password: "Aep7heiF4u",
        cells: NOT_PFX,
    },
    Row {
        name: "tomcat",
        choice: || Choice::for_target(Target::Tomcat),
        kind: Kind::Ec,
        password: "Aep7heiF4u",
        cells: ALL_BUT_WINE,
    },
    Row {
        name: "macos",
        choice: || Choice::for_target(Target::MacOs),
        kind: Kind::Rsa,
        password: "Aep7heiF4u",
        cells: [Opens; 5],
    },
    Row {
        name: "openssl, PKCS#12",
        choice: || pfx(Target::OpenSsl),
        kind: Kind::Ec,
        password: "Aep7heiF4u",
        cells: ALL_BUT_WINE,
    },
    Row {
        name: "openssl1, PKCS#12",
        choice: || pfx(Target::OpenSsl1),
        kind: Kind::Rsa,
        password: "p😀w-1.0.2",
        cells: NOT_ASCII,
    },
    Row {
        name: "server-2016, AES by the user's word",
        choice: || with_cipher(Target::Server2016, PfxCipher::Aes256Sha256),
        kind: Kind::Rsa,
        password: "Aep7heiF4u",
        cells: [Opens; 5],
    },
    Row {
        name: "server-2019, Ed25519, which NSS and Wine do not know",
        choice: || Choice::for_target(Target::Server2019),
        kind: Kind::Ed25519,
        password: "Aep7heiF4u",
        cells: [
            Opens,
            Opens,
            Opens,
            Refuses("UNABLE_TO_IMPORT_KEY"),
            Refuses("refused"),
        ],
    },
];

#[test]
fn every_peer_answers_each_targets_file_as_written_down() {
    let made: Vec<Made> = ROWS
        .iter()
        .map(|row| material::convert(row.kind, &(row.choice)(), row.password))
        .collect();
    let mut wrong = Vec::new();
    for (column, peer) in Peer::ALL.into_iter().enumerate() {
        let answers = peer.ask(&made);
        for (row, answer) in ROWS.iter().zip(answers) {
            match (row.cells[column], &answer) {
                (Opens, Answer::Opened) => {}
                (Refuses(reason), Answer::Refused(said)) if said.contains(reason) => {}
                (expected, answer) => {
                    let expected = match expected {
                        Opens => "opens".to_owned(),
                        Refuses(reason) => format!("refuses with “{reason}”"),
                    };
                    wrong.push(format!(
                        "{peer:?}, {}: expected {expected}, got {answer:?}",
                        row.name
                    ));
                }
            }
        }
    }
    let cells = ROWS.len() * Peer::ALL.len();
    println!("{} of {cells} cells as expected", cells - wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn wine_refuses_openssls_own_files_with_ec_keys_and_passwords_beyond_ascii_too() {
    let controls = [
        material::export_by_openssl(Kind::Ec, "Aep7heiF4u"),
        material::export_by_openssl(Kind::Ed25519, "Aep7heiF4u"),
        material::export_by_openssl(Kind::Rsa, "密码Ünï-2019"),
        material::export_by_openssl(Kind::Rsa, "Aep7heiF4u"),
    ];
    let answers = Peer::Wine.ask(&controls);
    let is_opened: Vec<bool> = answers
        .iter()
        .map(|answer| matches!(answer, Answer::Opened))
        .collect();
    assert_eq!(is_opened, [false, false, false, true]);
}
