"""The file of reading networks (docs/formats.md): their weights in half precision."""
import os
import struct
import zlib

HEADER = 32
VERSION = 2


def weights_of(model, components):
    """The weights in the order of docs/formats.md, half precision; a matrix multiplies from the right, a convolution is three of them."""
    body = bytearray()

    def add(tensor):
        body.extend(tensor.detach().contiguous().numpy().astype("<f2").tobytes())

    def linear(layer):
        add(layer.weight.T)
        if layer.bias is not None:
            add(layer.bias)

    add(model.same)
    for tensor in components.fold(model.project):
        add(tensor)
    linear(model.similar)
    linear(model.enter)
    linear(model.told)
    for block in model.blocks:
        add(block.weight.permute(2, 1, 0))
        add(block.bias)
    linear(model.asked)
    linear(model.places)
    linear(model.whole)
    linear(model.compare)
    add(model.beside.weight.permute(2, 1, 0))
    add(model.beside.bias)
    linear(model.matched)
    linear(model.standing)
    add(model.length.weight)
    add(model.form.weight)
    add(model.score.weight)
    linear(model.unsaid)
    linear(model.unsaid_score)
    return bytes(body)


def write_networks(path, bodies):
    """Writes networks whose scores are averaged. Whoever stops it leaves no file behind that looks whole."""
    body = b"".join(bodies)
    with open(path + ".part", "wb") as file:
        file.write(struct.pack("<4s4sIII12x", b"TYTB", b"SPAN", VERSION, len(body), zlib.crc32(body)) + body)
    os.replace(path + ".part", path)


def read_network(path):
    """The weights of a file that holds one network."""
    data = open(path, "rb").read()
    kind, name, version, length, checksum = struct.unpack_from("<4s4sIII", data)
    body = data[HEADER:]
    if (kind, name, version, length, checksum) != (b"TYTB", b"SPAN", VERSION, len(body), zlib.crc32(body)):
        raise SystemExit(f"{path} is not a whole network of version {VERSION}: delete it to have it trained anew.")
    return body
