"""From facts to findings: does it add up?"""
