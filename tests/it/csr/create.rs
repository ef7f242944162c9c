//! Making keys and requests: what is written, what is refused, what the ledger hears, how a cancel ends it.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use base64ct::Encoding as _;
use certwright::core::csr::create::{Created, KeySource, Request};
use certwright::core::csr::generate::{GenerateFault, generate};
use certwright::core::csr::sign::signed;
use certwright::core::csr::{Curve, NewKey, Refusal, Spec};
use certwright::core::env::{Access, Env};
use certwright::core::finding::Id;
use certwright::core::kdf::Hash;
use certwright::core::key::SignFault;
use certwright::core::ledger::{Origin, Role};
use certwright::core::op::{self, Outcome, Report};
use certwright::core::problem::Failure;
use certwright::core::progress::{Progress, Stage, Unwatched};
use certwright::core::secret::Secret;
use certwright::core::x509::Csr;
use certwright::core::x509::signature::SignatureVerdict;
use certwright::platform::World;

use super::{Book, field, full, plain, rsa};

fn request(spec: Spec, folder: &Path) -> Request {
    Request {
        spec,
        key: KeySource::New(NewKey::Ec(Curve::P256)),
        password: Some(Arc::new(Secret::from("correct horse"))),
        iterations: 2_048,
        key_path: folder.join("shop.key"),
        csr_path: folder.join("shop.csr"),
        access: Access::OwnerOnly,
        has_password_file: true,
        is_recorded: true,
    }
}

fn run(request: Request, book: &Book) -> Result<Arc<Created>, Failure> {
    let world = World::new();
    let env = Env {
        ledger: book,
        ..world.env()
    };
    match op::run(&op::Request::CreateCsr(request), &env, &Unwatched) {
        Outcome::Done(Report::CsrCreated(created)) => Ok(created),
        Outcome::Failed(failure) => Err(failure),
        _ => panic!("another outcome"),
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn key_request_and_password_are_written_and_the_ledger_is_told() {
    let (folder, book) = (tempfile::tempdir().unwrap(), Book::default());
    let created = run(request(full(), folder.path()), &book).unwrap();
    assert_eq!(
        names_in(folder.path()),
        ["privateKeyPass.txt", "shop.csr", "shop.key"]
    );
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("privateKeyPass.txt"), "correct horse");
    assert!(read("shop.key").starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    assert_eq!(read("shop.csr"), created.pem);
    assert_eq!(created.written[0].path, folder.path().join("shop.key"));
    assert_eq!(created.csr.signature(), SignatureVerdict::Valid);
    assert!(created.earlier.is_empty());
    let entries = book.0.lock().unwrap();
    let made = &entries[0].made;
    assert_eq!(
        (made.origin, made.key, made.key_kind.as_str()),
        (Origin::Made, created.key, "P-256")
    );
    assert_eq!(made.names[..2], ["shop.example.com", "*.example.com"]);
    let roles: Vec<Role> = made.kept.iter().map(|kept| kept.role).collect();
    assert_eq!(roles, [Role::Key, Role::Request]);
    assert_eq!(created.recorded, Some(Ok(entries[0].id)));
}

#[cfg(unix)]
#[test]
fn the_key_and_its_password_are_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    run(
        request(plain(&["a.example"]), folder.path()),
        &Book::default(),
    )
    .unwrap();
    for name in ["shop.key", "privateKeyPass.txt"] {
        let metadata = std::fs::metadata(folder.path().join(name)).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, 0o600, "{name}");
    }
}

#[test]
fn nothing_is_overwritten_and_nothing_is_written_by_half() {
    for present in ["shop.key", "shop.csr", "privateKeyPass.txt"] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(present), "mine").unwrap();
        let book = Book::default();
        let failure = run(request(plain(&["a.example"]), folder.path()), &book);
        assert!(matches!(failure.err(), Some(Failure::Exists { .. })));
        assert_eq!(names_in(folder.path()), [present]);
        let kept = std::fs::read_to_string(folder.path().join(present)).unwrap();
        assert_eq!(kept, "mine");
        assert!(book.0.lock().unwrap().is_empty());
    }
}

#[test]
fn an_existing_key_signs_and_its_earlier_use_is_said() {
    let (folder, book) = (tempfile::tempdir().unwrap(), Book::default());
    let with_rsa = |csr: &str| Request {
        key: KeySource::Existing(rsa()),
        csr_path: folder.path().join(csr),
        ..request(plain(&["a.example"]), folder.path())
    };
    let first = run(with_rsa("one.csr"), &book).unwrap();
    assert!(first.earlier.is_empty());
    let second = run(with_rsa("two.csr"), &book).unwrap();
    assert_eq!(second.earlier.len(), 1);
    assert_eq!(names_in(folder.path()), ["one.csr", "two.csr"]);
    assert_eq!(*second.csr.spki, *rsa().spki);
}

#[test]
fn without_a_ledger_the_files_are_whole_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let env = Env {
        ledger: &certwright::core::env::NoLedger,
        ..world.env()
    };
    let request = op::Request::CreateCsr(request(plain(&["a.example"]), folder.path()));
    let Outcome::Done(Report::CsrCreated(created)) = op::run(&request, &env, &Unwatched) else {
        panic!("not made");
    };
    assert!(matches!(created.recorded, Some(Err(_))));
    assert_eq!(names_in(folder.path()).len(), 3);
}

#[test]
fn faults_of_the_subject_are_refused_before_a_key_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let mut spec = plain(&["a.example"]);
    spec.subject.0.push(field("2.5.4.6", "UK"));
    let failure = run(request(spec, folder.path()), &Book::default()).err();
    let Some(Failure::NotRequested(Refusal::Subject(finding))) = failure else {
        panic!("not refused");
    };
    assert_eq!(finding.id(), Id::SubjectCountryUnknown);
    assert!(names_in(folder.path()).is_empty());
}

#[test]
fn what_cannot_be_written_is_refused() {
    let refusal = |spec: &Spec| signed(spec, &rsa()).unwrap_err();
    assert_eq!(refusal(&Spec::default()), Refusal::Empty);
    let mut accented = plain(&["a.example"]);
    accented
        .subject
        .0
        .push(field("1.2.840.113549.1.9.1", "é@example.com"));
    assert!(matches!(refusal(&accented), Refusal::Charset { .. }));
    let mut no_oid = plain(&["a.example"]);
    no_oid.extended_usage.push("server".into());
    assert_eq!(refusal(&no_oid), Refusal::NotAnOid("server".to_owned()));
    let pem = std::fs::read_to_string(crate::support::fixture("keys/dsa-pkcs8.pem")).unwrap();
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = base64ct::Base64::decode_vec(&body).unwrap();
    let dsa = certwright::core::key::PrivateKey::from_der(&der).unwrap();
    assert!(matches!(
        signed(&plain(&["a.example"]), &dsa).err(),
        Some(Refusal::Key(SignFault::Kind { .. }))
    ));
}

#[test]
fn keys_sign_with_their_own_hashes_only() {
    let world = World::new();
    let made = |kind| generate(kind, &world.env(), &Unwatched).unwrap();
    let with = |hash| Spec {
        hash: Some(hash),
        ..plain(&["a.example"])
    };
    for hash in [Hash::Sha256, Hash::Sha384, Hash::Sha512] {
        let csr = Csr::parse(&signed(&with(hash), &rsa()).unwrap()).unwrap();
        assert_eq!(csr.signature(), SignatureVerdict::Valid);
    }
    for kind in [NewKey::Ec(Curve::P256), NewKey::Ed25519, NewKey::Sm2] {
        let refusal = signed(&with(Hash::Sha512), &made(kind)).err();
        assert!(
            matches!(refusal, Some(Refusal::Key(SignFault::Hash { .. }))),
            "{kind:?}"
        );
    }
}

#[test]
fn every_kind_of_key_makes_a_request_that_says_what_was_asked() {
    let world = World::new();
    for kind in NewKey::ALL.into_iter().filter(|kind| !is_slow(*kind)) {
        let key = generate(kind, &world.env(), &Unwatched).unwrap();
        let csr = Csr::parse(&signed(&full(), &key).unwrap()).unwrap();
        assert_eq!(csr.signature(), SignatureVerdict::Valid, "{kind:?}");
        assert_eq!(NewKey::like(&csr.key), Some(kind));
        let start = certwright::core::csr::start::of_request(&csr);
        let expected = Spec {
            challenge: None,
            ..full()
        };
        assert_eq!(start.spec, expected, "{kind:?}");
        assert_eq!(csr.challenge.as_deref(), Some("challenge 1"));
        assert_eq!(csr.version, 0);
    }
}

fn is_slow(kind: NewKey) -> bool {
    matches!(kind, NewKey::Rsa3072 | NewKey::Rsa4096)
}

/// Cancelled from outside.
struct Button(AtomicBool);

impl Progress for Button {
    fn report(&self, _: Stage, _: u64, _: u64) {}
    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

#[test]
fn a_cancelled_generation_answers_at_once() {
    let world = World::new();
    let button = Button(AtomicBool::new(false));
    let (answer, waited) = std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(5));
            button.0.store(true, Ordering::Relaxed);
        });
        let started = Instant::now();
        let answer = generate(NewKey::Rsa4096, &world.env(), &button);
        (answer.err(), started.elapsed())
    });
    assert_eq!(answer, Some(GenerateFault::Cancelled));
    assert!(waited < Duration::from_secs(1), "{waited:?}");
}

#[test]
fn the_late_key_of_a_cancelled_request_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let request = op::Request::CreateCsr(Request {
        key: KeySource::New(NewKey::Rsa2048),
        ..request(plain(&["a.example"]), folder.path())
    });
    let button = Button(AtomicBool::new(true));
    assert!(matches!(
        op::run(&request, &world.env(), &button),
        Outcome::Cancelled
    ));
    assert!(names_in(folder.path()).is_empty());
}
