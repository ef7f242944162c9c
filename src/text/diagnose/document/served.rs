//! What servers sent, and which server was looked at, as parts of the document.

use serde_json::{Value, json};

use crate::core::artifact::Fingerprint;
use crate::core::bundle::trust::TrustChoice;
use crate::core::diagnose::{Request, Served};
use crate::core::x509::Certificate;

/// Which server was looked at, and how.
pub fn wanted(request: &Request) -> Value {
    let against = request.against.as_ref().map(|against| {
        let certificates = against.certificates.iter().map(|one| one.fingerprint);
        json!({
            "label": against.label,
            "fingerprints_sha256": certificates.collect::<Vec<_>>(),
        })
    });
    json!({
        "connect": request.connect,
        "port": request.port,
        "starttls": request.start,
        "against": against,
        "trust": trust(&request.trust),
        "websocket": request.websocket,
    })
}

fn trust(choice: &TrustChoice) -> String {
    match choice {
        TrustChoice::Mozilla => "mozilla".to_owned(),
        TrustChoice::Nothing => "nothing".to_owned(),
        TrustChoice::System => "system".to_owned(),
        TrustChoice::Path(path) => path.display().to_string(),
        TrustChoice::Sample(_) => "sample".to_owned(),
    }
}

/// What came at one address.
pub fn entry(served: &Served) -> Value {
    let handshake = &served.handshake;
    json!({
        "name": served.name,
        "address": served.address,
        "with_sni": served.with_sni,
        "version": handshake.version,
        "suite": { "number": handshake.suite.0, "name": handshake.suite.name() },
        "chain": handshake.chain.iter().map(|der| certificate(der)).collect::<Vec<_>>(),
        "staple": handshake.staple.is_some(),
        "alpn": handshake.alpn,
        "wants_client_certificate": handshake.wants_client_certificate,
        "is_old_client": handshake.is_old_client,
        "took_ms": handshake.took_ms,
    })
}

/// One certificate as sent; of what cannot be read the fingerprint alone.
fn certificate(der: &[u8]) -> Value {
    let read = Certificate::parse(der).ok();
    let read = read.as_ref();
    json!({
        "fingerprint_sha256": Fingerprint::of(der),
        "subject": read.map(|one| one.subject.to_string()),
        "issuer": read.map(|one| one.issuer.to_string()),
        "not_before": read.map(|one| one.not_before),
        "not_after": read.map(|one| one.not_after),
    })
}
