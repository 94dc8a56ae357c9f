"""JOSE by another hand than the console's: reads one request as JSON, prints one answer as JSON."""

import json
import os
import sys

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from jwcrypto import jwe, jwk
from jwcrypto.common import base64url_decode, base64url_encode

ALLOWED = ["RSA1_5", "RSA-OAEP-256", "dir", "ECDH-ES", "A256GCM"]
OAEP = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
PADDINGS = {"RSA1_5": padding.PKCS1v15(), "RSA-OAEP-256": OAEP}


def new_key(ask):
    key = jwk.JWK.generate(**ask["parameters"])
    answer = {"private": json.loads(key.export_private()), "public": json.loads(key.export_public())}
    if ask["parameters"]["kty"] == "RSA":
        der = serialization.load_pem_public_key(key.export_to_pem()).public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        answer["spki"] = base64url_encode(der).replace("-", "+").replace("_", "/")
        answer["spki"] += "=" * (-len(answer["spki"]) % 4)
    return answer


def rsa_public(ask):
    pem = "-----BEGIN PUBLIC KEY-----\n" + ask["spki"] + "\n-----END PUBLIC KEY-----\n"
    return serialization.load_pem_public_key(pem.encode())


def wrap_alone(ask):
    """As Wise's samples have it: the wrapped content key, and nothing encrypted with it."""
    content_key = os.urandom(32)
    wrapped = rsa_public(ask).encrypt(content_key, PADDINGS[ask["alg"]])
    header = json.dumps({"alg": ask["alg"], "enc": "A256GCM"})
    parts = [base64url_encode(header), base64url_encode(wrapped), base64url_encode(os.urandom(12)), "", ""]
    return {"jwe": ".".join(parts), "contentKey": base64url_encode(content_key)}


def unwrap_alone(ask):
    header, wrapped, iv, ciphertext, tag = ask["jwe"].split(".")
    key = jwk.JWK(**ask["private"]).get_op_key("unwrapKey")
    alg = json.loads(base64url_decode(header))["alg"]
    content_key = key.decrypt(base64url_decode(wrapped), PADDINGS[alg])
    return {
        "alg": alg,
        "contentKey": base64url_encode(content_key),
        "ivBytes": len(base64url_decode(iv)),
        "rest": ciphertext + tag,
    }


def encrypt(ask):
    """To an RSA key with a content key of its own, which is told because Wise answers under it."""
    content_key = os.urandom(32)
    header = json.dumps({"alg": ask["alg"], "enc": "A256GCM"})
    token = jwe.JWE(ask["plaintext"].encode(), protected=header, algs=ALLOWED)
    token.cek = content_key
    token.add_recipient(jwk.JWK.from_pyca(rsa_public(ask)))
    return {"jwe": token.serialize(compact=True), "contentKey": base64url_encode(content_key)}


def encrypt_direct(ask):
    token = jwe.JWE(ask["plaintext"].encode(), protected='{"alg":"dir","enc":"A256GCM"}', algs=ALLOWED)
    token.add_recipient(jwk.JWK(kty="oct", k=ask["contentKey"]))
    return {"jwe": token.serialize(compact=True)}


def decrypt(ask):
    token = jwe.JWE(algs=ALLOWED)
    token.deserialize(ask["jwe"], jwk.JWK(**ask["key"]))
    return {"plaintext": token.payload.decode(), "header": token.jose_header}


ACTS = {act.__name__: act for act in (new_key, wrap_alone, unwrap_alone, encrypt, encrypt_direct, decrypt)}
request = json.load(sys.stdin)
json.dump(ACTS[request["act"]](request), sys.stdout)
