//! Remote Desktop: an X.224 connection request that asks for TLS (MS-RDPBCGR sections 2.2.1.1 and 2.2.1.2).

use super::{Opened, Opening, Step, refused};
use crate::core::tls::stranger;

/// TPKT of 19 bytes, X.224 connection request, `RDP_NEG_REQ` for `PROTOCOL_SSL` and `PROTOCOL_HYBRID`.
const REQUEST: &[u8] = &[
    0x03, 0x00, 0x00, 0x13, 0x0e, 0xe0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x08, 0x00, 0x03,
    0x00, 0x00, 0x00,
];
/// Bytes of TPKT and of the X.224 connection confirm before the negotiation.
const BEFORE: usize = 11;
const TPKT_BYTES: usize = 4;
const TPKT: u8 = 3;
const CONFIRM: u8 = 0xd0;
const NEGOTIATED: u8 = 2;
const FAILED: u8 = 3;
/// `PROTOCOL_SSL`, `PROTOCOL_HYBRID`, `PROTOCOL_HYBRID_EX`: all begin with TLS.
const WITH_TLS: [u32; 3] = [1, 2, 8];

impl Opening {
    pub(super) fn rdp(&mut self) -> Opened {
        if self.step == Step::Start {
            return self.asked(Step::Asked, REQUEST);
        }
        if self.pending.first().is_some_and(|first| *first != TPKT) {
            return match stranger::is_enough(&self.pending) {
                true => Opened::Failed(stranger::who(&self.pending)),
                false => Opened::Wait,
            };
        }
        let Some(&[_, _, high, low]) = self.pending.first_chunk::<TPKT_BYTES>() else {
            return Opened::Wait;
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        if self.pending.len() < length.max(TPKT_BYTES) {
            return Opened::Wait;
        }
        let rest = self.pending.split_off(length.max(TPKT_BYTES));
        let confirm = std::mem::replace(&mut self.pending, rest);
        match answer(&confirm) {
            Ok(()) => self.ready(),
            Err(line) => refused(line),
        }
    }
}

/// What a connection confirm says, in the specification's names.
fn answer(confirm: &[u8]) -> Result<(), String> {
    if confirm.get(5) != Some(&CONFIRM) {
        return Err("no X.224 connection confirm".to_owned());
    }
    let negotiation = confirm.get(BEFORE..).unwrap_or_default();
    let value = negotiation.get(4..).and_then(|value| value.first_chunk());
    let value = value.map(|value| u32::from_le_bytes(*value));
    match (negotiation.first(), value) {
        (Some(&NEGOTIATED), Some(value)) if WITH_TLS.contains(&value) => Ok(()),
        (Some(&FAILED), Some(code)) => Err(format!("RDP_NEG_FAILURE {code} {}", failure(code))),
        // No negotiation, or PROTOCOL_RDP: the protocol's own encryption, without a certificate.
        _ => Err("PROTOCOL_RDP".to_owned()),
    }
}

/// MS-RDPBCGR section 2.2.1.2.2.
fn failure(code: u32) -> &'static str {
    match code {
        1 => "SSL_REQUIRED_BY_SERVER",
        2 => "SSL_NOT_ALLOWED_BY_SERVER",
        3 => "SSL_CERT_NOT_ON_SERVER",
        4 => "INCONSISTENT_FLAGS",
        5 => "HYBRID_REQUIRED_BY_SERVER",
        6 => "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER",
        _ => "",
    }
}
