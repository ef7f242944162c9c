//! What no program can carry is refused with its field, in words; what one can is a twin.

use certwright::core::csr::{AltName, NewKey, Spec};
use certwright::core::kdf::Hash;
use certwright::text::Lang;
use certwright::text::csr::twin::{
    Encoding, Tool, TwinField, TwinKey, TwinNote, TwinReason, TwinRefusal, TwinShell, encoding,
    note, refusal, twin,
};
use certwright::text::prose::spaced;

use super::specs::{CN, O, asked, server, subject};
use crate::words::english_runs;

/// Words are whole sentences in both languages, and the Chinese is Chinese.
fn check_words(english: &str, chinese: &str) {
    assert!(
        english.ends_with('.') && !english.contains(['!', '{']),
        "{english}"
    );
    assert!(
        english.starts_with(|char: char| char.is_uppercase()) || starts_with_tool(english),
        "{english}"
    );
    assert!(
        chinese.ends_with('。') && !chinese.contains("请 "),
        "{chinese}"
    );
    assert_eq!(english_runs(chinese), Vec::<String>::new(), "{chinese}");
    assert_eq!(spaced(chinese), chinese);
}

fn starts_with_tool(text: &str) -> bool {
    Tool::ALL.iter().any(|tool| text.starts_with(tool.name()))
}

fn refused(tool: Tool, spec: &Spec, kind: NewKey) -> (TwinField, TwinReason) {
    let fault = twin(Lang::En, tool, &asked(spec, kind)).expect_err("refused");
    assert_eq!(fault.tool, tool);
    check_words(&refusal(Lang::En, &fault), &refusal(Lang::Zh, &fault));
    (fault.field, fault.reason)
}

#[test]
fn every_program_and_kind_of_key_is_a_twin_or_a_refusal() {
    let spec = server();
    for tool in Tool::ALL {
        for kind in NewKey::ALL {
            match twin(Lang::En, tool, &asked(&spec, kind)) {
                Ok(twin) => {
                    for own in &twin.notes {
                        check_words(&note(Lang::En, own), &note(Lang::Zh, own));
                    }
                }
                Err(fault) => {
                    let is_known = match tool {
                        Tool::OpenSsl => false,
                        Tool::Certreq => matches!(kind, NewKey::Ed25519 | NewKey::Sm2),
                        Tool::Keytool => kind == NewKey::Sm2,
                    };
                    assert!(is_known, "{tool:?} {kind:?}");
                    check_words(&refusal(Lang::En, &fault), &refusal(Lang::Zh, &fault));
                }
            }
        }
    }
}

#[test]
fn hidden_characters_are_refused_with_their_field() {
    for hidden in [
        "a\nb",
        "a\rb",
        "a\0b",
        "a\u{202e}b",
        "a\u{200b}b",
        "\u{1b}[2J",
    ] {
        for tool in Tool::ALL {
            let fields = [(O, hidden), (CN, "a.example")];
            let spec = Spec {
                subject: subject(&fields),
                ..server()
            };
            let named = TwinField::SubjectField(O.into());
            assert_eq!(
                refused(tool, &spec, NewKey::Rsa2048),
                (named, TwinReason::Hidden)
            );
            let names = vec![AltName::Upn(hidden.to_owned())];
            let spec = Spec { names, ..server() };
            let named = TwinField::AltName(hidden.to_owned());
            assert_eq!(
                refused(tool, &spec, NewKey::Rsa2048),
                (named, TwinReason::Hidden)
            );
            let spec = Spec {
                challenge: Some(hidden.to_owned()),
                ..server()
            };
            assert_eq!(
                refused(tool, &spec, NewKey::Rsa2048),
                (TwinField::Challenge, TwinReason::Hidden)
            );
        }
    }
}

#[test]
fn what_a_field_cannot_hold_is_refused() {
    let cases = [
        (("2.5.4.6", "中国"), TwinReason::Letters),
        (("2.5.4.6", "CHN"), TwinReason::Letters),
        (("2.5.4.5", "a@b"), TwinReason::Letters),
        (
            ("1.2.840.113549.1.9.1", "é@example.com"),
            TwinReason::Letters,
        ),
        ((O, ""), TwinReason::Empty),
        (("1.2\n[x]", "a"), TwinReason::NotAnOid),
    ];
    for (field, reason) in cases {
        let spec = Spec {
            subject: subject(&[field, (CN, "a.example")]),
            ..server()
        };
        for tool in Tool::ALL {
            let named = TwinField::SubjectField(field.0.into());
            assert_eq!(refused(tool, &spec, NewKey::Rsa2048), (named, reason));
        }
    }
    let names = vec![AltName::Dns("bücher.example".to_owned())];
    let spec = Spec { names, ..server() };
    assert_eq!(
        refused(Tool::OpenSsl, &spec, NewKey::Rsa2048).1,
        TwinReason::Letters
    );
    let extended_usage = vec!["serverAuth\nx = y".into()];
    let spec = Spec {
        extended_usage,
        ..server()
    };
    assert_eq!(
        refused(Tool::Certreq, &spec, NewKey::Rsa2048).1,
        TwinReason::NotAnOid
    );
    let spec = Spec {
        subject: subject(&[(O, &"x".repeat(65))]),
        ..server()
    };
    assert_eq!(
        refused(Tool::OpenSsl, &spec, NewKey::Rsa2048).1,
        TwinReason::TooLong(64)
    );
    let spec = Spec {
        subject: subject(&[(O, &"x".repeat(5000))]),
        ..server()
    };
    assert_eq!(
        refused(Tool::Certreq, &spec, NewKey::Rsa2048).1,
        TwinReason::TooLong(4095)
    );
    let spec = Spec {
        hash: Some(Hash::Md5),
        ..server()
    };
    for tool in Tool::ALL {
        assert_eq!(
            refused(tool, &spec, NewKey::Rsa2048),
            (TwinField::Hash, TwinReason::Unknown)
        );
    }
}

#[test]
fn a_key_in_a_file_is_for_openssl() {
    let spec = server();
    let mut asked = asked(&spec, NewKey::Rsa2048);
    asked.key = TwinKey::Existing {
        is_encrypted: true,
        kind: Some(NewKey::Rsa2048),
    };
    let made = twin(Lang::En, Tool::OpenSsl, &asked).expect("a twin");
    assert_eq!(made.commands.len(), 1);
    assert_eq!(made.notes, [TwinNote::KeyPasswordAsked]);
    for tool in [Tool::Certreq, Tool::Keytool] {
        let fault = twin(Lang::En, tool, &asked).expect_err("refused");
        assert_eq!(fault.reason, TwinReason::ExistingKey);
        check_words(&refusal(Lang::En, &fault), &refusal(Lang::Zh, &fault));
    }
}

#[test]
fn a_file_name_that_a_shell_cannot_say_is_refused() {
    let spec = server();
    let mut asked = asked(&spec, NewKey::Rsa2048);
    asked.csr_file = "100%.csr";
    asked.shell = TwinShell::Cmd;
    for tool in Tool::ALL {
        let fault = twin(Lang::En, tool, &asked).expect_err("refused");
        let wanted = TwinRefusal {
            tool,
            field: TwinField::CsrFile,
            reason: TwinReason::Shell(TwinShell::Cmd),
        };
        assert_eq!(fault, wanted);
        check_words(&refusal(Lang::En, &fault), &refusal(Lang::Zh, &fault));
    }
}

#[test]
fn all_notes_and_refusals_have_words() {
    let notes = [
        TwinNote::AcceptLater,
        TwinNote::BytesForLetters,
        TwinNote::ChallengeLeftOut(Tool::Certreq),
        TwinNote::KeyIdentifierAdded,
        TwinNote::KeyPasswordAsked,
        TwinNote::KeyStaysInWindows,
        TwinNote::KeystoreAsked("shop.p12".to_owned()),
        TwinNote::PlainStrings,
        TwinNote::Sm2NeedsOpenSsl3,
    ];
    for own in notes {
        check_words(&note(Lang::En, &own), &note(Lang::Zh, &own));
    }
    for own in [Encoding::Utf8, Encoding::Utf16] {
        check_words(encoding(Lang::En, own), encoding(Lang::Zh, own));
    }
    let fields = [
        TwinField::AltName("a.example".to_owned()),
        TwinField::Challenge,
        TwinField::CsrFile,
        TwinField::ExtendedUsage("1.2.3".into()),
        TwinField::Hash,
        TwinField::Key,
        TwinField::KeyFile,
        TwinField::KeyUsage,
        TwinField::Subject,
        TwinField::SubjectField(O.into()),
        TwinField::SubjectField("1.2.3".into()),
    ];
    let reasons = [
        TwinReason::Empty,
        TwinReason::ExistingKey,
        TwinReason::Hidden,
        TwinReason::Letters,
        TwinReason::NotAnOid,
        TwinReason::TooLong(64),
        TwinReason::Shell(TwinShell::Sh),
        TwinReason::Unknown,
    ];
    for field in fields {
        for reason in reasons {
            let fault = TwinRefusal {
                tool: Tool::Keytool,
                field: field.clone(),
                reason,
            };
            check_words(&refusal(Lang::En, &fault), &refusal(Lang::Zh, &fault));
        }
    }
}
