//! Serial numbers: signed integers of any length, in hex as everybody writes them.

/// Hex without leading zeros, two digits a byte; negative ones get `-` and their magnitude, as openssl has it.
pub fn hex(serial: &[u8]) -> String {
    let is_negative = serial.first().is_some_and(|byte| byte & 0x80 != 0);
    let magnitude = if is_negative {
        negated(serial)
    } else {
        serial.to_vec()
    };
    let significant: Vec<u8> = magnitude
        .into_iter()
        .skip_while(|byte| *byte == 0)
        .collect();
    let digits = super::name::hex(&significant);
    match (is_negative, digits.is_empty()) {
        (_, true) => "00".to_owned(),
        (true, false) => format!("-{digits}"),
        (false, false) => digits,
    }
}

/// Two's complement.
fn negated(serial: &[u8]) -> Vec<u8> {
    let mut carry = true;
    let mut bytes: Vec<u8> = serial
        .iter()
        .rev()
        .map(|byte| {
            let (sum, overflows) = (!byte).overflowing_add(u8::from(carry));
            carry = overflows;
            sum
        })
        .collect();
    bytes.reverse();
    bytes
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn serials_are_written_as_openssl_writes_them() {
        assert_eq!(hex(&[0, 0xfe, 1]), "fe01");
        assert_eq!(hex(&[5]), "05");
        assert_eq!(hex(&[0xff]), "-01");
        assert_eq!(hex(&[0x80, 0]), "-8000");
        assert_eq!(hex(&[0]), "00");
        assert_eq!(hex(&[]), "00");
    }
}
