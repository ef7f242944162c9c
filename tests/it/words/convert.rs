//! The words of conversion: every target, form, reason, note and refusal, in both languages.

use certwright::core::convert::{
    Choice, FileRole, Format, Material, Note, PemLayout, Plan, Readable, Reader, Reason, Recipe,
    Refusal, Target, plan, readers as judged,
};
use certwright::core::keystore::pfx::{PfxCipher, PfxRecipe};
use certwright::core::x509::public_key::{KeyAlgorithm, KeyInfo};
use certwright::text::Lang;
use certwright::text::convert::{
    contents, file, label, listed, note, protection, readers, refusal, stem, target,
};
use certwright::text::problem::Problem;

use super::check_chinese;
use crate::support::inspect;

const FORMATS: [Format; 13] = [
    Format::Pfx,
    Format::Jks,
    Format::Jceks,
    Format::Pem(PemLayout::One),
    Format::Pem(PemLayout::Separate),
    Format::Pem(PemLayout::Nginx),
    Format::Pem(PemLayout::Apache),
    Format::Pem(PemLayout::HaProxy),
    Format::Der,
    Format::P7b,
    Format::Pkcs8,
    Format::Pkcs1,
    Format::Sec1,
];

const REASONS: [Reason; 13] = [
    Reason::CipherTooNew,
    Reason::MacTooNew,
    Reason::CipherNotApproved,
    Reason::OnlyNewWindows,
    Reason::PasswordNotAscii,
    Reason::PasswordShort,
    Reason::PasswordEmpty,
    Reason::KeyKindUnknown,
    Reason::KeyKindFromJava15,
    Reason::KeyKindFromOpenSsl111,
    Reason::OtherForm,
    Reason::NeedsPfx,
    Reason::NeedsKeystore,
];

/// Both languages say something, not the same, and the Chinese is Chinese.
struct Said(Vec<String>);

impl Said {
    fn check(&mut self, what: &str, words: impl Fn(Lang) -> String) {
        let (en, zh) = (words(Lang::En), words(Lang::Zh));
        if en.trim().is_empty() || zh.trim().is_empty() || en == zh {
            self.0.push(format!("{what}: {en} / {zh}"));
        }
        if en.contains("please") || en.contains('!') || en.contains("  ") {
            self.0.push(format!("{what}: tone: {en}"));
        }
        check_chinese(what, &zh, &mut self.0);
    }

    fn sentence(&mut self, what: &str, words: impl Fn(Lang) -> String) {
        self.check(what, &words);
        if !words(Lang::En).ends_with('.') || !words(Lang::Zh).ends_with('。') {
            self.0.push(format!("{what}: no full stop"));
        }
    }

    fn headline(&mut self, what: &str, words: impl Fn(Lang) -> String) {
        self.check(what, &words);
        if words(Lang::En).ends_with('.') || words(Lang::Zh).ends_with('。') {
            self.0.push(format!("{what}: full stop"));
        }
    }

    fn finish(self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

fn recipes() -> Vec<Recipe> {
    let pfx = |cipher| Recipe::Pfx(PfxRecipe::windows(cipher, 2_048));
    vec![
        pfx(PfxCipher::TripleDesSha1),
        pfx(PfxCipher::Aes256Sha256),
        Recipe::Java { iterations: None },
        Recipe::Java {
            iterations: Some(200_000),
        },
        Recipe::EncryptedKey { iterations: 10_000 },
        Recipe::PlainKey,
        Recipe::Public,
    ]
}

fn rsa() -> KeyInfo {
    KeyInfo {
        algorithm: KeyAlgorithm::Rsa,
        bits: 2048,
    }
}

fn notes() -> Vec<Note> {
    vec![
        Note::ChainIncomplete("Example CA 3".into()),
        Note::AliasLowered {
            from: "Shop".into(),
            to: "shop".into(),
        },
        Note::ProviderKept("Example Provider".into()),
        Note::ProviderDropped("Example Provider".into()),
        Note::LockedLeft(1),
        Note::LockedLeft(2),
        Note::TrustedLeft(1),
        Note::TrustedLeft(2),
        Note::OtherEntriesLeft(1),
        Note::OtherEntriesLeft(2),
        Note::KeylessLeft(vec!["shop.example.com".into()]),
        Note::LooseKeysLeft(1),
        Note::LooseKeysLeft(2),
        Note::WithoutKey,
        Note::KeyUnprotected,
        Note::OnePassword,
        Note::NamesSkipped(1),
        Note::NamesSkipped(2),
        Note::ChainNotInDer,
    ]
}

/// Every refusal, in every wording.
pub fn refusals() -> Vec<Refusal> {
    let titles = || vec!["a.example.com".to_owned(), "b.example.com".to_owned()];
    let mut all = vec![
        Refusal::NothingHere,
        Refusal::NoKey {
            certificates: titles(),
        },
        Refusal::KeyFitsNothing {
            keys: vec![rsa()],
            certificates: titles(),
        },
        Refusal::KeyFitsNothing {
            keys: vec![rsa(), rsa()],
            certificates: Vec::new(),
        },
        Refusal::StillLocked { files: Vec::new() },
        Refusal::SeveralKeys {
            keys: vec![rsa(), rsa()],
        },
        Refusal::NoSuchLeaf,
        Refusal::AliasCollision {
            alias: "shop".into(),
        },
        Refusal::NoHostName,
        Refusal::PasswordMissing,
        Refusal::Rounds {
            asked: 0,
            most: 10_000_000,
        },
        Refusal::NoRandom,
        Refusal::Unrepresentable {
            what: "an alias of 70,000 bytes".into(),
        },
    ];
    for can_hold in [false, true] {
        all.push(Refusal::SeveralLeaves {
            titles: titles(),
            can_hold,
        });
    }
    for format in [Format::Pkcs1, Format::Sec1] {
        all.push(Refusal::NoEncryption { format });
        all.push(Refusal::NoSuchForm { format, key: None });
        all.push(Refusal::NoSuchForm {
            format,
            key: Some(rsa()),
        });
    }
    all
}

fn planned(path: &str, choice: &Choice) -> Plan {
    let inspection = inspect(path, &[]);
    let material = Material::of(&inspection);
    plan(&material, choice, "shop.example.com").unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

#[test]
fn targets_and_forms_have_names_and_one_line_each() {
    let mut said = Said(Vec::new());
    for one in Target::ALL {
        said.headline(one.code(), |lang| target::title(lang, one).to_owned());
        said.headline(one.code(), |lang| target::sub(lang, one).to_owned());
    }
    for format in FORMATS {
        said.headline(format.code(), |lang| {
            target::contents(lang, format).to_owned()
        });
        assert!(!target::short(format).is_empty());
    }
    for layout in PemLayout::ALL {
        said.headline(layout.code(), |lang| {
            target::layout(lang, layout).to_owned()
        });
    }
    said.finish();
    assert_eq!(
        target::title(Lang::En, Target::Server2016),
        "Windows Server 2016 or older"
    );
}

#[test]
fn every_protection_has_its_reason_for_every_target() {
    let mut said = Said(Vec::new());
    for recipe in recipes() {
        for one in Target::ALL {
            let what = format!("{} {recipe:?}", one.code());
            said.headline(&what, |lang| {
                protection::reason(lang, one, recipe).to_owned()
            });
            if protection::integrity(Lang::En, recipe).is_some() {
                said.headline(&what, |lang| {
                    protection::integrity(lang, recipe).unwrap_or_default()
                });
                said.headline(&what, |lang| {
                    let reason = protection::integrity_reason(lang, one, recipe);
                    reason.unwrap_or_default().to_owned()
                });
            }
        }
    }
    said.headline("rounds", |lang| protection::rounds_hint(lang).to_owned());
    said.finish();
}

#[test]
fn the_sentences_of_the_look_are_said_for_server_2016() {
    let recipe = Recipe::of(&Choice::for_target(Target::Server2016)).unwrap();
    let reason = |lang| protection::reason(lang, Target::Server2016, recipe);
    assert_eq!(protection::label(Lang::En, recipe), "TripleDES-SHA1");
    assert_eq!(
        reason(Lang::En),
        "Server 2016 cannot read AES-256 and blames the password"
    );
    assert_eq!(
        reason(Lang::Zh),
        "Server 2016 读不了 AES-256，却提示密码错误"
    );
    assert_eq!(
        protection::integrity(Lang::En, recipe).unwrap(),
        "HMAC with SHA-1, 2,048 rounds"
    );
    assert_eq!(
        protection::integrity_reason(Lang::En, Target::Server2016, recipe).unwrap(),
        "a SHA-256 check alone makes the import fail there"
    );
}

#[test]
fn every_reader_and_reason_is_said() {
    let mut said = Said(Vec::new());
    for reader in Reader::all() {
        said.headline("reader", |lang| readers::name(lang, reader).to_owned());
        for reason in REASONS {
            let what = format!("{reader:?} {reason:?}");
            said.sentence(&what, |lang| readers::full(lang, reader, reason));
            said.headline(&what, |lang| readers::short(lang, reason).to_owned());
            for readable in [
                Readable::Yes,
                Readable::Perhaps(reason),
                Readable::No(reason),
            ] {
                said.headline(&what, |lang| readers::line(lang, reader, readable));
                said.headline(&what, |lang| readers::answer(lang, readable).to_owned());
            }
        }
    }
    said.finish();
}

#[test]
fn windows_is_never_told_that_its_password_is_wrong() {
    let choice = Choice {
        cipher: Some(PfxCipher::Aes256Sha256),
        ..Choice::for_target(Target::Server2016)
    };
    let shape = judged::Shape {
        format: choice.format,
        recipe: Recipe::of(&choice).unwrap(),
        keys: &[rsa()],
        password: judged::PasswordShape::default(),
    };
    let reader = Reader::Target(Target::Server2016);
    let Readable::No(reason) = judged::judge(reader, &shape) else {
        panic!("Server 2016 would read AES-256");
    };
    let words = readers::full(Lang::En, reader, reason);
    assert!(words.contains("although it is right"), "{words}");
}

#[test]
fn every_note_and_refusal_is_said() {
    let mut said = Said(Vec::new());
    for one in notes() {
        let what = format!("{one:?}");
        said.headline(&what, |lang| note::words(lang, &one).0);
        said.sentence(&what, |lang| note::words(lang, &one).1);
    }
    for one in refusals() {
        let what = format!("{one:?}");
        let words = |lang| refusal::explain(lang, &one);
        said.headline(&what, |lang| words(lang).happened);
        let count = |problem: Problem| (problem.causes.len(), problem.remedies.len());
        assert_eq!(count(words(Lang::En)), count(words(Lang::Zh)));
        let problem = words(Lang::En);
        assert!(!problem.remedies.is_empty() && !problem.causes.is_empty());
        for index in 0..problem.causes.len() {
            said.sentence(&what, |lang| words(lang).causes[index].clone());
        }
        for index in 0..problem.remedies.len() {
            said.sentence(&what, |lang| words(lang).remedies[index].clone());
        }
    }
    said.finish();
}

#[test]
fn the_contents_of_a_bundle_are_counted() {
    let plan = planned("bundles/certbot", &Choice::for_target(Target::Server2016));
    assert_eq!(
        contents::inside(Lang::En, &plan),
        "Certificate, key, 1 intermediate"
    );
    assert_eq!(
        contents::inside(Lang::Zh, &plan),
        "证书、私钥、1 个中间证书"
    );
    assert_eq!(
        contents::left_out(Lang::En, &plan).unwrap(),
        "root left out, Windows takes it from its own store"
    );
    assert_eq!(stem(&plan.entries[0].entry.leaf), "shop.example.com");
}

#[test]
fn files_say_what_they_hold() {
    let choice = Choice {
        encrypts_key: true,
        ..Choice::for_target(Target::OpenSsl)
    };
    let plan = planned("bundles/certbot", &choice);
    assert_eq!(
        file::role(Lang::En, &plan, FileRole::FullChain),
        "full chain: certificate and 1 intermediate"
    );
    assert_eq!(
        file::role(Lang::En, &plan, FileRole::Key),
        "private key, encrypted with AES-256"
    );
    let mut said = Said(Vec::new());
    for role in [
        FileRole::Keystore,
        FileRole::FullChain,
        FileRole::Chain,
        FileRole::Leaf,
        FileRole::Key,
        FileRole::Combined,
        FileRole::Collection,
    ] {
        said.headline("role", |lang| file::role(lang, &plan, role));
    }
    said.finish();
}

#[test]
fn names_are_explained_where_there_are_any() {
    let mut said = Said(Vec::new());
    for one in Target::ALL {
        said.headline(one.code(), |lang| {
            let hint = listed::hint(lang, one, Format::Pfx);
            hint.unwrap_or_default().to_owned()
        });
        assert_eq!(listed::hint(Lang::En, one, Format::P7b), None);
    }
    said.headline("label", |lang| label::inside(lang).to_owned());
    said.finish();
    let held = listed::hint(Lang::En, Target::Server2019, Format::Pfx);
    assert_eq!(held, Some("the friendly name in the IIS manager"));
}

#[test]
fn every_issue_of_a_password_is_said() {
    use certwright::core::convert::password::{PasswordIssue, Strength};
    use certwright::core::env::{Reader as Account, Readers};
    use certwright::text::convert::password;
    let mut said = Said(Vec::new());
    for strength in Strength::ALL {
        said.headline("strength", |lang| {
            password::strength(lang, strength).to_owned()
        });
    }
    for issue in PasswordIssue::ALL {
        said.headline("issue", |lang| password::issue(lang, issue).0.to_owned());
        said.sentence("issue", |lang| password::issue(lang, issue).1.to_owned());
    }
    let everyone = Readers(vec![
        Account::Owner("alice".into()),
        Account::Administrators,
        Account::System,
        Account::Group("ssl-cert".into()),
        Account::Everyone,
    ]);
    for readers in [Readers::default(), everyone] {
        said.headline("readers", |lang| password::readers(lang, &readers));
    }
    said.finish();
}
